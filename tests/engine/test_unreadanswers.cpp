// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What came of an answer that is paid for, and that nobody can read, lies on the disk and is told.
#include "tests/engine/enginerig.h"

#include <QDirIterator>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Whether some file in there has these bytes.
bool isKept(const QString &folder, const QByteArray &bytes)
{
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.size() == bytes.size() && file.open(QIODevice::ReadOnly) && file.readAll() == bytes) {
            return true;
        }
    }
    return false;
}

} // namespace

class TestUnreadAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areKept_data()
    {
        QTest::addColumn<int>("behaviour");
        QTest::addColumn<QByteArray>("kept");
        const QByteArray page = "<html>An answer that is no answer</html>";
        QTest::newRow("a page") << static_cast<int>(Reply::Behaviour::Normal) << page;
        QTest::newRow("cut") << static_cast<int>(Reply::Behaviour::DropMidBody) << page.left(page.size() / 2);
        QTest::newRow("nothing came") << static_cast<int>(Reply::Behaviour::DropBefore) << QByteArray();
    }
    void areKept()
    {
        QFETCH(const int, behaviour);
        QFETCH(const QByteArray, kept);
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s, 30'000)});
        rig.vendor(u"one"_s).submitScript = {Reply::bytes("<html>An answer that is no answer</html>", "text/html")
                                                 .as(static_cast<Reply::Behaviour>(behaviour))};
        const Generation end = rig.run();
        QCOMPARE(end.status, GenerationStatus::Unknown);
        QCOMPARE(rig.usage().reserved, Money::fromMicros(30'000));
        QCOMPARE(rig.vendor(u"one"_s).calls(u"/jobs"_s), 1);
        QCOMPARE(!kept.isEmpty() && isKept(rig.folder.path(), kept), !kept.isEmpty());
        const QByteArray told = QJsonDocument(end.attempts.last().error->toJson()).toJson();
        QCOMPARE(told.contains("answer_kept_at"), !kept.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestUnreadAnswers)
#include "test_unreadanswers.moc"
