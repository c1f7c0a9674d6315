// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// lightwell-cli gallery: pictures that were made, found again.
class TestCliGallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_cli = std::make_unique<CliProgram>();
        make(u"A lighthouse on a rocky coast"_s, u"sketchbook-scene"_s, {u"--n"_s, u"2"_s});
        make(u"一只红狐狸"_s, u"sketchbook-poster"_s, {u"--project"_s, u"posters"_s});
    }

    void tellsWhatProgramsNeed()
    {
        const QJsonArray found = search({u"light"_s});
        QCOMPARE(found.size(), 2);
        const QJsonObject entry = found.first().toObject();
        QCOMPARE(entry[u"id"].toString().size(), 64);
        QVERIFY(QFileInfo(entry[u"file"].toString()).isFile());
        QCOMPARE(entry[u"prompt"].toString(), u"A lighthouse on a rocky coast"_s);
        QCOMPARE(entry[u"model"].toString(), u"sketchbook-scene"_s);
        QCOMPARE(entry[u"provider"].toString(), u"sketchbook"_s);
        QVERIFY(QDateTime::fromString(entry[u"created_at"].toString(), Qt::ISODateWithMs).isValid());
        QCOMPARE(entry[u"cost"].toDouble(-1), 0.0);
    }

    void tellsThatNothingWasFoundToBeExported()
    {
        const CliResult result = run({u"export"_s, u"owl"_s, u"--format"_s, u"webp"_s, u"-o"_s, m_cli->path(u"out"_s)});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(!result.out.isEmpty());
    }

    void findsByWordsAndOptions_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QStringList() << 3;
        QTest::newRow("words") << QStringList {u"rocky"_s, u"lighthouse"_s} << 2;
        QTest::newRow("a part of Chinese") << QStringList {u"狐狸"_s} << 1;
        QTest::newRow("none") << QStringList {u"owl"_s} << 0;
        QTest::newRow("model") << QStringList {u"--model"_s, u"*poster"_s} << 1;
        QTest::newRow("provider") << QStringList {u"--provider"_s, u"fal"_s} << 0;
        QTest::newRow("project") << QStringList {u"--project"_s, u"posters"_s} << 1;
        QTest::newRow("starred") << QStringList {u"--starred"_s} << 0;
        QTest::newRow("limit") << QStringList {u"--limit"_s, u"1"_s} << 1;
    }
    void findsByWordsAndOptions()
    {
        QFETCH(const QStringList, arguments);
        QTEST(static_cast<int>(search(arguments).size()), "count");
    }

    void marksAndTags()
    {
        const QString id = search({u"rocky"_s}).first()[u"id"].toString();
        const QString named = id.left(8);
        QCOMPARE(run({u"star"_s, named}).exitCode, 0);
        QCOMPARE(run({u"tag"_s, u"Best of"_s, named}).exitCode, 0);
        const QJsonArray starred = search({u"--starred"_s, u"--tag"_s, u"best of"_s});
        QCOMPARE(starred.size(), 1);
        QCOMPARE(starred.first()[u"id"].toString(), id);
        QCOMPARE(starred.first()[u"tags"].toArray(), QJsonArray {u"Best of"_s});
        QCOMPARE(search({u"best"_s}).size(), 1);
        QCOMPARE(run({u"tags"_s, u"--json"_s}).json().array(),
                 QJsonArray({QJsonObject {{u"tag"_s, u"Best of"_s}, {u"pictures"_s, 1}}}));
        QCOMPARE(run({u"hide"_s, named}).exitCode, 0);
        QCOMPARE(search({}).size(), 2);
        QCOMPARE(search({u"--hidden"_s}).size(), 1);
        QCOMPARE(run({u"unhide"_s, named}).exitCode, 0);
        QCOMPARE(run({u"unstar"_s, named}).exitCode, 0);
        QCOMPARE(run({u"untag"_s, u"BEST OF"_s, named}).exitCode, 0);
        QCOMPARE(search({}).size(), 3);
        QVERIFY(search({u"--starred"_s}).isEmpty());
        QVERIFY(search({u"best"_s}).isEmpty());
    }

    void wrongUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("no such action") << QStringList {u"find"_s} << 2;
        QTest::newRow("no picture") << QStringList {u"star"_s} << 2;
        QTest::newRow("a tag alone") << QStringList {u"tag"_s, u"best"_s} << 2;
        QTest::newRow("not a number") << QStringList {u"search"_s, u"--limit"_s, u"many"_s} << 2;
        QTest::newRow("no such provider") << QStringList {u"search"_s, u"--provider"_s, u"fla"_s} << 2;
        QTest::newRow("an option of another action") << QStringList {u"tags"_s, u"--limit"_s, u"3"_s} << 2;
        QTest::newRow("signs are not every picture") << QStringList {u"search"_s, u"\"?!\""_s} << 2;
        QTest::newRow("nor are they exported")
            << QStringList {u"export"_s, u"*"_s, u"--format"_s, u"webp"_s, u"-o"_s, m_cli->path(u"out"_s)} << 2;
        QTest::newRow("no such picture") << QStringList {u"star"_s, u"abcdef"_s} << 1;
        QTest::newRow("no tag") << QStringList {u"tag"_s, u" "_s, u"abcdef"_s} << 1;
    }
    void wrongUse()
    {
        QFETCH(const QStringList, arguments);
        const CliResult result = run(arguments);
        QTEST(result.exitCode, "exitCode");
        QVERIFY(!result.err.trimmed().isEmpty());
        QVERIFY(result.out.isEmpty());
    }

    void whatCannotBeWrittenIsSearchedAsFarAsItIsKnown()
    {
        QCOMPARE(search({u"rocky"_s}).size(), 2);
        make(u"A rocky hill"_s, u"sketchbook-scene"_s, {});
        m_cli->obeyPermissions();
        QVERIFY(QFile::setPermissions(m_cli->home(), QFile::ReadOwner | QFile::ExeOwner));
        const CliResult result = run({u"search"_s, u"rocky"_s, u"--json"_s});
        QVERIFY(QFile::setPermissions(m_cli->home(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.json().array().size(), 2);
        QVERIFY(!result.err.trimmed().isEmpty()); // that there is one more
    }

private:
    void make(const QString &prompt, const QString &model, const QStringList &options)
    {
        const CliResult made = m_cli->run(QStringList {u"generate"_s, prompt, u"--model"_s, model, u"--size"_s,
                                                       u"256x256"_s, u"-o"_s, m_cli->path(u"%1.png"_s.arg(++m_number))}
                                          + options);
        QVERIFY2(made.exitCode == 0, made.err.constData());
    }
    CliResult run(const QStringList &arguments) { return m_cli->run(QStringList(u"gallery"_s) + arguments); }
    QJsonArray search(const QStringList &arguments)
    {
        return run(QStringList {u"search"_s, u"--json"_s} + arguments).json().array();
    }

    std::unique_ptr<CliProgram> m_cli;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestCliGallery)
#include "test_cligallery.moc"
