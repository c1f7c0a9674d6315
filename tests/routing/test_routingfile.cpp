// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/routing/routingfile.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QStringList providers {u"fal"_s, u"openai"_s};

bool put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

class TestRoutingFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noFileHasNoRules()
    {
        const QTemporaryDir folder;
        const RoutingFile file(folder.filePath(u"routing.json"_s), providers);
        QCOMPARE(file.rules(), RoutingRules());
    }

    void whatIsThereButCannotBeReadIsAFault_data()
    {
        QTest::addColumn<bool>("isFolder");
        QTest::newRow("a folder") << true;
        QTest::newRow("a link to nowhere") << false;
    }
    void whatIsThereButCannotBeReadIsAFault()
    {
        QFETCH(bool, isFolder);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"routing.json"_s);
        QVERIFY(isFolder ? QDir().mkdir(path) : QFile::link(folder.filePath(u"gone"_s), path));
        const RoutingFile file(path, providers);
        QCOMPARE(file.rules().faults.size(), 1);
    }

    /// As editors do it: a new file, one written over, one put in its place, one taken away.
    void changesAreTakenUp()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"routing.json"_s);
        RoutingFile file(path, providers);
        QSignalSpy changed(&file, &RoutingFile::changed);
        QVERIFY(put(path, R"({"max_at_once": {"fal": 2}})"));
        QTRY_COMPARE(file.rules().maxAtOnce.value(u"fal"_s), 2);
        QVERIFY(put(path, R"({"max_at_once": {"fal": 3}})"));
        QTRY_COMPARE(file.rules().maxAtOnce.value(u"fal"_s), 3);
        QVERIFY(put(path + u".new"_s, R"({"max_at_once": {"fal": 4}})"));
        QVERIFY(QFile::remove(path) && QFile::rename(path + u".new"_s, path));
        QTRY_COMPARE(file.rules().maxAtOnce.value(u"fal"_s), 4);
        QVERIFY(put(path, R"({"max_at_once": {"fal": 5}})"));
        QTRY_COMPARE(file.rules().maxAtOnce.value(u"fal"_s), 5);
        QVERIFY(put(path, R"({"max_at_once": {"fla": 5}})"));
        QTRY_COMPARE(file.rules().faults.size(), 1);
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(file.rules(), RoutingRules());
        QVERIFY(changed.count() >= 6);
    }

    void whatIsWrittenIsReadElsewhere()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"routing.json"_s);
        RoutingFile window(path, providers);
        const RoutingFile gateway(path, providers);
        RoutingRules rules;
        rules.rules.append(RoutingRule {.models = u"*"_s, .ignore = QStringList {u"fal"_s}});
        QVERIFY(window.write(rules).ok());
        QCOMPARE(window.rules(), rules);
        QTRY_COMPARE(gateway.rules(), rules);
    }

    void whatCouldNotBeReadBackIsNotWritten_data()
    {
        QTest::addColumn<RoutingRule>("rule");
        QTest::newRow("too dear") << RoutingRule {.models = u"*"_s, .maxPrice = Money::fromDollars(2'000'000)};
        QTest::newRow("no such provider") << RoutingRule {.models = u"*"_s, .ignore = QStringList {u"fla"_s}};
        QTest::newRow("no models") << RoutingRule {};
    }
    void whatCouldNotBeReadBackIsNotWritten()
    {
        QFETCH(const RoutingRule, rule);
        const QTemporaryDir folder;
        RoutingFile file(folder.filePath(u"routing.json"_s), providers);
        RoutingRules rules;
        rules.maxAtOnce.insert(u"fal"_s, 1);
        QVERIFY(file.write(rules).ok());
        RoutingRules odd = rules;
        odd.rules.append(rule);
        const Status written = file.write(odd);
        QVERIFY(!written.ok() && !written.error().reason.isEmpty());
        QCOMPARE(written.error().kind, ErrorKind::Invalid);
        QCOMPARE(file.rules(), rules);
        QCOMPARE(RoutingFile(file.path(), providers).rules(), rules);
    }

    void aFolderThatTakesNothingIsTold()
    {
        const QTemporaryDir folder;
        RoutingFile file(folder.filePath(u"there/is/none/routing.json"_s), providers);
        RoutingRules rules;
        rules.maxAtOnce.insert(u"fal"_s, 1);
        const Status written = file.write(rules);
        QVERIFY(!written.ok());
        QCOMPARE(written.error().kind, ErrorKind::Storage);
        QCOMPARE(file.rules(), RoutingRules());
    }
};

QTEST_GUILESS_MAIN(TestRoutingFile)
#include "test_routingfile.moc"
