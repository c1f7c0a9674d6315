// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/jsonplace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestJsonPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<JsonPath>("path");
        QTest::addColumn<int>("line"); ///< 0: there is no such value
        const QByteArray text = "{\"a\": [\n1,\n{\"b\":\n \"x\", \"c\": {}},\n[[], 5]\n],\n\"b\": null, \"a.b\": 1}";
        const JsonPath a = JsonPath().field(u"a"_s);
        QTest::newRow("the whole") << text << JsonPath() << 1;
        QTest::newRow("a name") << text << a << 1;
        QTest::newRow("a number in a list") << text << a.entry(0) << 2;
        QTest::newRow("an object in a list") << text << a.entry(1) << 3;
        QTest::newRow("a name before its value") << text << a.entry(1).field(u"b"_s) << 3;
        QTest::newRow("behind it") << text << a.entry(1).field(u"c"_s) << 4;
        QTest::newRow("lists in lists") << text << a.entry(2).entry(1) << 5;
        QTest::newRow("the same name further out") << text << JsonPath().field(u"b"_s) << 7;
        QTest::newRow("a name with a dot") << text << JsonPath().field(u"a.b"_s) << 7;
        QTest::newRow("no such name") << text << a.entry(1).field(u"d"_s) << 0;
        QTest::newRow("no such place") << text << a.entry(3) << 0;
        QTest::newRow("a name in a list") << text << a.field(u"b"_s) << 0;
        QTest::newRow("within a number") << text << a.entry(0).entry(0) << 0;
        QTest::newRow("twice") << QByteArray("{\"a\": 1,\n\"a\": 2}") << a << 2;
        QTest::newRow("behind a mark") << QByteArray("\xef\xbb\xbf{\n\"a\": 2}") << a << 2;
        QTest::newRow("no JSON") << QByteArray("{\n") << a << 0;
    }
    void lines()
    {
        QFETCH(QByteArray, text);
        QFETCH(JsonPath, path);
        QFETCH(int, line);
        QCOMPARE(int(jsonLine(text, path).value_or(0)), line);
    }

    void theNearestThingAround()
    {
        const QByteArray text = "{\n\"a\": {\n\"b\": 1},\n\"c\": 5}";
        const JsonPath a = JsonPath().field(u"a"_s);
        const auto at = [&text](const JsonPath &path) {
            const JsonPlace place = nearestJsonPlace(text, path);
            return std::pair(int(place.line), int(place.depth));
        };
        QCOMPARE(at(a.field(u"b"_s)), std::pair(3, 2));
        QCOMPARE(at(a.field(u"x"_s).entry(0)), std::pair(2, 1));
        QCOMPARE(at(JsonPath().field(u"c"_s).field(u"b"_s)), std::pair(4, 1));
        QCOMPARE(at(JsonPath().field(u"x"_s)), std::pair(1, 0));
        QCOMPARE(at({}), std::pair(1, 0));
    }

    void pathsAreShown()
    {
        const JsonPath path = JsonPath().field(u"models"_s).entry(3).field(u"offers"_s).entry(0).field(u"wire"_s);
        QCOMPARE(path.toString(), u"models[3].offers[0].wire"_s);
        QCOMPARE(JsonPath().field(u"a\u001b[2J"_s).toString(), u"a\u241b[2J"_s);
        QVERIFY(JsonPath().field(QString(500, u'x')).toString().size() < 80);
    }
};

QTEST_GUILESS_MAIN(TestJsonPlace)
#include "test_jsonplace.moc"
