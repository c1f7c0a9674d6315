// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON that is written straight away reads as what QJsonDocument writes.
#include "core/model/jsontext.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asQtWritesIt_data();
    void asQtWritesIt();
    void everyUnit();
    void names();
    void longerThanItsRoom();
    void pieceByPiece();
    void whatIsNotSetIsLeftOut();
};

void TestJsonText::asQtWritesIt_data()
{
    QTest::addColumn<QJsonValue>("value");
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    QTest::newRow("null") << QJsonValue();
    QTest::newRow("words") << QJsonValue(QJsonArray {true, false});
    QTest::newRow("whole") << QJsonValue(QJsonArray {0, 1, -1, least, most, qint64(9007199254740993)});
    QTest::newRow("broken") << QJsonValue(QJsonArray {0.1, -0.0, 1.5, 1e20, 1e300, -1e-9, 9.3e18, -9.3e18});
    QTest::newRow("none") << QJsonValue(QJsonArray {qQNaN(), qInf(), -qInf()});
    QTest::newRow("text") << QJsonValue(u"a \"boat\"\\/ on\n a\tpond \u00fc \u65e5\u672c \U0001f6a4"_s);
    QTest::newRow("empty") << QJsonValue(QJsonArray {QString(), QJsonArray(), QJsonObject()});
    QTest::newRow("nested") << QJsonValue(
        QJsonObject {{u"b"_s, QJsonArray {QJsonObject {{u"x"_s, 1}, {u"y"_s, QJsonValue()}}, 2}}, {u"a"_s, 0.25}});
}

void TestJsonText::asQtWritesIt()
{
    QFETCH(QJsonValue, value);
    const QJsonArray list {value};
    QCOMPARE(compactJson(list), QJsonDocument(list).toJson(QJsonDocument::Compact));
    const QJsonObject object {{u"value"_s, value}};
    QCOMPARE(compactJson(object), QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Also halves of characters, alone and before another.
void TestJsonText::everyUnit()
{
    QJsonArray list;
    for (int unit = 0; unit < 0x10000; ++unit) {
        list.append(QString(QChar(unit)));
    }
    list.append(QString(QString(QChar(0xd83d)) + QChar(0xd83d) + QChar(0xdea4) + u'x'));
    QCOMPARE(compactJson(list), QJsonDocument(list).toJson(QJsonDocument::Compact));
}

void TestJsonText::names()
{
    QJsonObject object;
    for (const QString &name : {u""_s, u"a"_s, u"a\"b"_s, u"\u00fc"_s, u"\u65e5"_s}) {
        object.insert(name, name);
    }
    QCOMPARE(compactJson(object), QJsonDocument(object).toJson(QJsonDocument::Compact));
}

/// Plain or not from some place on, as a text and as a name, and in whichever place the room ends.
void TestJsonText::longerThanItsRoom()
{
    for (const QString &end : {QString(), u"\""_s, u"\u00fc"_s, u"\n\U0001f6a4 x"_s}) {
        QJsonArray list;
        JsonText json(1);
        json.beginArray();
        for (int size = 0; size < 70; ++size) {
            const QString text = QString(size, u'a') + end;
            list.append(QJsonObject {{text, text}});
            json.beginObject();
            json.putNext(text);
            json.value(text);
            json.endObject();
        }
        json.endArray();
        QCOMPARE(json.text(), QJsonDocument(list).toJson(QJsonDocument::Compact));
    }
}

void TestJsonText::pieceByPiece()
{
    JsonText json;
    json.beginObject();
    json.put("count"_L1, 2);
    json.put("cost"_L1, 0.5);
    json.put("is"_L1, true);
    json.put("word"_L1, "caf\xe9"_L1);
    json.put("text"_L1, u"ends in {"_s);
    json.beginArray("list"_L1);
    json.beginObject();
    json.endObject();
    json.value(qint64(3));
    json.beginArray();
    json.endArray();
    json.endArray();
    json.beginObject("inner"_L1);
    json.put("any"_L1, QJsonValue(QJsonArray {1, u"x"_s}));
    json.put("caf\xe9"_L1, nullptr);
    json.putOrNull("none"_L1, QString());
    json.putOrNull("some"_L1, u"y"_s);
    json.endObject();
    json.endObject();
    QCOMPARE(json.text(),
             QByteArray(R"({"count":2,"cost":0.5,"is":true,"word":"café","text":"ends in {","list":[{},3,[]],)"
                        R"("inner":{"any":[1,"x"],"café":null,"none":null,"some":"y"}})"));
}

void TestJsonText::whatIsNotSetIsLeftOut()
{
    JsonText json;
    json.beginObject();
    json.putIfSet("a"_L1, QString());
    json.putIfSet("b"_L1, std::optional<int>());
    json.putIfSet("c"_L1, u"c"_s);
    json.putIfSet("d"_L1, std::optional<qint64>(0));
    json.endObject();
    QCOMPARE(json.text(), QByteArray(R"({"c":"c","d":0})"));
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "test_jsontext.moc"
