// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrations.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestSplitStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("statements");
        QTest::newRow("nothing") << u""_s << QStringList();
        QTest::newRow("comments only") << u"-- a;\n/* b; */\n ; ;"_s << QStringList();
        QTest::newRow("two") << u"CREATE TABLE a (x);\nCREATE TABLE b (x)"_s
                             << QStringList {u"CREATE TABLE a (x)"_s, u"CREATE TABLE b (x)"_s};
        QTest::newRow("two in a line") << u"A;B;"_s << QStringList {u"A"_s, u"B"_s};
        QTest::newRow("in a text") << u"INSERT INTO a VALUES ('x;''y;');B"_s
                                   << QStringList {u"INSERT INTO a VALUES ('x;''y;')"_s, u"B"_s};
        QTest::newRow("in names") << u"A \"b;c\" [d;e] `f;g`;B"_s << QStringList {u"A \"b;c\" [d;e] `f;g`"_s, u"B"_s};
        QTest::newRow("hyphens in a text") << u"A '--';B"_s << QStringList {u"A '--'"_s, u"B"_s};
        QTest::newRow("quotes in a comment") << u"-- don't\nA; /* isn't */ B"_s << QStringList {u"A"_s, u"B"_s};
        QTest::newRow("a comment in a statement") << u"A -- why; so\nb;"_s << QStringList {u"A  b"_s};
        const QString trigger = u"CREATE TRIGGER t BEFORE UPDATE ON a BEGIN SELECT 1; SELECT 2; END"_s;
        QTest::newRow("trigger") << trigger + u";B;"_s << QStringList {trigger, u"B"_s};
        QTest::newRow("trigger, blanks before its end") << trigger + u"\n ;\nB"_s << QStringList {trigger, u"B"_s};
        const QString temporary = u"create temp trigger t after insert on a begin select 1; end"_s;
        QTest::newRow("temporary, in small letters") << temporary + u";B"_s << QStringList {temporary, u"B"_s};
        const QString chooses =
            u"CREATE TRIGGER t BEFORE UPDATE ON a BEGIN SELECT CASE WHEN 1 THEN 2 END; SELECT 3; END"_s;
        QTest::newRow("CASE in a trigger") << chooses + u";B"_s << QStringList {chooses, u"B"_s};
        const QString speaks = u"CREATE TRIGGER t BEFORE UPDATE ON a BEGIN SELECT 'END;'; SELECT \"END\"; END"_s;
        QTest::newRow("END in a text") << speaks + u";B"_s << QStringList {speaks, u"B"_s};
        QTest::newRow("CASE elsewhere") << u"SELECT CASE WHEN 1 THEN 2 END; B"_s
                                        << QStringList {u"SELECT CASE WHEN 1 THEN 2 END"_s, u"B"_s};
        QTest::newRow("a table named trigger")
            << u"CREATE TABLE a (trigger x);B"_s << QStringList {u"CREATE TABLE a (trigger x)"_s, u"B"_s};
    }
    void splits()
    {
        QFETCH(QString, script);
        QFETCH(QStringList, statements);
        QCOMPARE(splitStatements(script), statements);
    }
};

QTEST_GUILESS_MAIN(TestSplitStatements)
#include "test_splitstatements.moc"
