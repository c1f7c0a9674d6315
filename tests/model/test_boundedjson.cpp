// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON of people who mean harm, and of programs that write it in odd ways.
#include "core/model/boundedjson.h"
#include "core/model/http.h"
#include "core/model/liftedjson.h"

#include <QJsonArray>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

constexpr JsonLimits tight {
    .bytes = 8192, .longStrings = 2, .values = 10, .keys = 4, .keyLength = 8, .numberLength = 20, .depth = 5};
constexpr JsonLimits strict {.uniqueKeys = true};

QByteArray list(int count)
{
    return "[1" + QByteArray(",1").repeated(count - 1) + ']';
}

QByteArray nested(int depth)
{
    return QByteArray("[").repeated(depth) + QByteArray("]").repeated(depth);
}

QByteArray picture(qsizetype length)
{
    return '"' + QByteArray("iVBORw0KGgo+/A==").repeated((length + 15) / 16).left(length) + '"';
}

} // namespace

class TestBoundedJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limits_data();
    void limits();
    void takesWhatQtTakes_data();
    void takesWhatQtTakes();
    void refuses_data();
    void refuses();
    void duplicates_data();
    void duplicates();
    void brokenTextsTellWhere();
    void longStrings_data();
    void longStrings();
    void longNamesAreNoPictures();
    void picturesAreNoText();
    void restoresWhatIsShort();
    void hugeAnswersAreNoTree_data();
    void hugeAnswersAreNoTree();
};

void TestBoundedJson::limits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("code");
    QTest::newRow("values at the limit") << list(9) << QString(); // and the list itself
    QTest::newRow("values over") << list(10) << u"json_values"_s;
    QTest::newRow("keys at the limit") << QByteArray(R"({"a":{"b":1},"c":1,"d":1})") << QString();
    QTest::newRow("keys over") << QByteArray(R"({"a":{"b":1},"c":1,"d":1,"e":1})") << u"json_keys"_s;
    QTest::newRow("name at the limit") << QByteArray(R"({"12345678":1})") << QString();
    QTest::newRow("name over") << QByteArray(R"({"123456789":1})") << u"json_key_length"_s;
    QTest::newRow("escaped name at the limit") << QByteArray(R"({"\u0041234567\n":1})") << QString();
    QTest::newRow("depth at the limit") << nested(5) << QString();
    QTest::newRow("depth over") << nested(6) << u"json_depth"_s;
    QTest::newRow("mixed depth over") << QByteArray(R"([{"a":[{"b":[[1]]}]}])") << u"json_depth"_s;
    QTest::newRow("number at the limit") << QByteArray("[12345678901234567890]") << QString();
    QTest::newRow("number over") << QByteArray("[123456789012345678901]") << u"json_number_length"_s;
    QTest::newRow("bytes at the limit") << QByteArray("[\"" + QByteArray(8188, ' ') + "\"]") << QString();
    QTest::newRow("bytes over") << QByteArray("[\"" + QByteArray(8189, ' ') + "\"]") << u"json_bytes"_s;
    QTest::newRow("blanks over") << QByteArray("[1" + QByteArray(8190, ' ') + "]") << u"json_bytes"_s;
    QTest::newRow("a large picture") << QByteArray('[' + picture(1'000'000) + ']') << QString();
    QTest::newRow("pictures over") << QByteArray('[' + QByteArray(picture(5000) + ',').repeated(2) + picture(5000)
                                                 + ']')
                                   << u"json_long_strings"_s;
    QTest::newRow("no picture") << QByteArray("[\"" + QByteArray("a b ").repeated(5000) + "\"]") << u"json_bytes"_s;
    // What ends only after a limit was passed is not read to its end, broken or not.
    QTest::newRow("depth without end") << QByteArray(8000, '[') << u"json_depth"_s;
    QTest::newRow("values without end") << QByteArray("[1" + QByteArray(",1").repeated(4000)) << u"json_values"_s;
}

void TestBoundedJson::limits()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, code);
    const Result<QJsonDocument> read = readJson(text, tight);
    QCOMPARE(read ? QString() : read.error().code, code);
    if (read) {
        QCOMPARE(*read, QJsonDocument::fromJson(text));
    } else {
        QVERIFY(!read.error().message.isEmpty() && read.error().billing == Billing::NotBilled);
    }
}

void TestBoundedJson::takesWhatQtTakes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf[1]");
    QTest::newRow("half a surrogate pair") << QByteArray(R"(["a\ud83d"])");
    QTest::newRow("the other half") << QByteArray(R"(["\ude00b"])");
    QTest::newRow("two first halves") << QByteArray(R"(["\ud83d\ud83d\ude00"])");
    QTest::newRow("a whole pair") << QByteArray(R"(["\ud83d\ude00"])");
    QTest::newRow("bare line break") << QByteArray("[\"a\nb\t\x01\"]");
    QTest::newRow("bare zero") << QByteArray("[\"a\0b\"]", 7);
    QTest::newRow("unknown escape") << QByteArray(R"(["\x\"\\"])");
    QTest::newRow("escaped quote at the end") << QByteArray(R"(["\\\""])");
    QTest::newRow("one name twice") << QByteArray(R"({"a":1,"a":2})");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("very small number") << QByteArray("[1e-300]");
}

void TestBoundedJson::takesWhatQtTakes()
{
    QFETCH(QByteArray, text);
    const Result<QJsonDocument> read = readJson(text, jsonlimits::answer);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, QJsonDocument::fromJson(text));
    QVERIFY(!read->isNull());
}

void TestBoundedJson::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray("  ");
    QTest::newRow("a word") << QByteArray("true");
    QTest::newRow("not a number") << QByteArray("[NaN]");
    QTest::newRow("infinite") << QByteArray("[1e9999]");
    QTest::newRow("a million digits") << QByteArray('[' + QByteArray(1'000'000, '7') + ']');
    QTest::newRow("something behind") << QByteArray("[1]x");
    QTest::newRow("zero behind") << QByteArray("[1]\0[2]", 7);
    QTest::newRow("utf-16") << QByteArray("[\0001\0]\0", 6);
    QTest::newRow("utf-16 with mark") << QByteArray("\xff\xfe[\0001\0]\0", 8);
    QTest::newRow("latin-1") << QByteArray("[\"\xe4\"]");
    QTest::newRow("surrogates as utf-8") << QByteArray("[\"\xed\xa0\xbd\"]");
    QTest::newRow("overlong utf-8") << QByteArray("[\"\xc0\xaf\"]");
    QTest::newRow("comma at the end") << QByteArray("[1,]");
    QTest::newRow("comment") << QByteArray("[1/*x*/]");
    QTest::newRow("cut off") << QByteArray(R"({"a":"b)");
    QTest::newRow("cut off in an escape") << QByteArray(R"({"a":"b\)");
    QTest::newRow("wrong brackets") << QByteArray("[1}");
}

void TestBoundedJson::refuses()
{
    QFETCH(QByteArray, text);
    for (const JsonLimits &limits : {jsonlimits::answer, jsonlimits::clientBody}) {
        const Result<QJsonDocument> read = readJson(text, limits);
        QVERIFY(!read);
        QVERIFY2(read.error().code == "json_syntax"_L1 || read.error().code == "json_number_length"_L1,
                 qPrintable(read.error().code));
    }
}

void TestBoundedJson::duplicates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("twice");
    QTest::addColumn<QString>("param");
    QTest::newRow("same") << QByteArray(R"({"model":1,"n":2,"model":3})") << true << u"model"_s;
    QTest::newRow("escaped") << QByteArray(R"({"n":1,"\u006e":2})") << true << u"n"_s;
    QTest::newRow("deep") << QByteArray(R"({"a":[{"x":{"b":1,"c":{},"b":2}}]})") << true << u"b"_s;
    QTest::newRow("nothing twice") << QByteArray(R"({"":1,"":2})") << true << QString();
    QTest::newRow("not for the eye") << QByteArray("{\"\xe2\x80\xae\":1,\"\xe2\x80\xae\":2}") << true << QString();
    QTest::newRow("in different objects")
        << QByteArray(R"({"a":{"a":1},"b":[{"a":1},{"a":2}],"c":{}})") << false << QString();
    QTest::newRow("other case") << QByteArray(R"({"a":1,"A":2})") << false << QString();
    QTest::newRow("inner before outer") << QByteArray(R"({"a":{"b":1},"b":2})") << false << QString();
}

void TestBoundedJson::duplicates()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, twice);
    QFETCH(QString, param);
    const Result<QJsonDocument> read = readJson(text, strict);
    QCOMPARE(!read, twice);
    if (!read) {
        QCOMPARE(read.error().code, u"json_duplicate"_s);
        QCOMPARE(read.error().param, param);
    }
}

void TestBoundedJson::brokenTextsTellWhere()
{
    const Result<QJsonDocument> read = readJson("{\n \"a\": 1,\n \"b\": ?\n}", jsonlimits::answer);
    QVERIFY(!read);
    QVERIFY2(read.error().message.startsWith("line 3, byte 17"_L1), qPrintable(read.error().message));
    QVERIFY(!readJsonObject("[1]", jsonlimits::answer));
    QCOMPARE(readJsonObject(R"({"a":1})", jsonlimits::answer)->value("a"_L1).toInt(), 1);
}

void TestBoundedJson::longStrings_data()
{
    QTest::addColumn<QByteArray>("string");
    QTest::addColumn<bool>("lifted");
    const QByteArray letters = QByteArray("QUJD").repeated(1100);
    QTest::newRow("base64") << letters << true;
    QTest::newRow("url alphabet") << QByteArray(letters + "-_==") << true;
    QTest::newRow("data url") << QByteArray("data:image/png;base64," + letters) << true;
    QTest::newRow("escaped slash") << QByteArray(letters + R"(\/)" + letters) << true;
    QTest::newRow("escaped plus") << QByteArray(letters + R"(\u002B)" + letters) << true;
    QTest::newRow("lines") << QByteArray(letters + R"(\r\n)" + letters) << true;
    QTest::newRow("short") << letters.left(4095) << false;
    QTest::newRow("a blank at the end") << QByteArray(letters + ' ') << false;
    QTest::newRow("escaped quote") << QByteArray(letters + R"(\")" + letters) << false;
    QTest::newRow("escaped letter") << QByteArray(letters + R"(\u0041)") << false;
    QTest::newRow("escape cut short") << QByteArray(letters + R"(\u00)") << false;
    QTest::newRow("another data url") << QByteArray("data:image/svg+xml;utf8," + letters) << false;
    for (int c = 0x20; c < 0x7f; ++c) {
        const bool belongs = QByteArray("+/-_=").contains(char(c)) || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
            || (c >= 'A' && c <= 'Z');
        if (c != '"' && c != '\\') {
            QTest::addRow("with character %d", c) << QByteArray(letters + char(c) + letters) << belongs;
        }
    }
    QTest::newRow("umlaut") << QByteArray(letters + "\xc3\xa4") << false;
}

void TestBoundedJson::longStrings()
{
    QFETCH(QByteArray, string);
    QFETCH(bool, lifted);
    const QByteArray text = R"({"a":[{"b":")" + string + R"("},"end"]})";
    const LiftedJson json(text);
    const QJsonDocument plain = QJsonDocument::fromJson(text);
    QCOMPARE(json.isValid(), !plain.isNull());
    if (!json.isValid()) {
        return;
    }
    const QJsonValue value = json.object().value("a"_L1)[0]["b"_L1];
    QCOMPARE(json.isLifted(value), lifted);
    QCOMPARE(json.text(value), plain["a"_L1][0]["b"_L1].toString().toUtf8());
    QCOMPARE(json.text(json.object().value("a"_L1)[1]), "end"_ba);
    qsizetype left = 1'000'000;
    QCOMPARE(json.restored(json.object(), left), std::optional<QJsonValue>(plain.object()));
}

void TestBoundedJson::longNamesAreNoPictures()
{
    for (const QByteArray &colon : {QByteArray(":"), QByteArray(" \t\r\n:")}) {
        for (const qsizetype length : {qsizetype(5000), qsizetype(5'000'000)}) {
            const LiftedJson json("{" + picture(length) + colon + "1}");
            QVERIFY(!json.isValid());
            QCOMPARE(json.fault()->code, length > 5000 ? u"json_bytes"_s : u"json_key_length"_s);
        }
    }
}

void TestBoundedJson::picturesAreNoText()
{
    const QByteArray answer = R"({"data":[{"b64_json":)" + picture(9'000'000) + R"(}],"usage":{"total":5}})";
    const LiftedJson json(answer);
    QVERIFY(json.isValid());
    const QByteArray bytes = json.text(json.object().value("data"_L1)[0]["b64_json"_L1]);
    QCOMPARE(bytes.size(), 9'000'000);
    QVERIFY(bytes.constData() >= answer.constData() && bytes.constData() < answer.constData() + answer.size());
    HttpResponse response;
    response.body = answer;
    QCOMPARE(response.json(), QJsonDocument::fromJson(answer).object());
}

void TestBoundedJson::restoresWhatIsShort()
{
    const LiftedJson json(R"({"a":["one",2],"big":)" + picture(5000) + '}');
    qsizetype left = 100;
    QVERIFY(json.restored(json.object().value("a"_L1), left));
    QVERIFY(left < 100);
    QVERIFY(!json.restored(json.object().value("big"_L1), left));
    left = 5000;
    QVERIFY(json.restored(json.object().value("big"_L1), left));
    QCOMPARE(left, 0);
}

void TestBoundedJson::hugeAnswersAreNoTree_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("tiny values") << list(20'000'000);
    QTest::newRow("few bytes, many values") << list(1'000'000);
    QTest::newRow("brackets") << QByteArray(10'000'000, '[');
    QTest::newRow("escapes") << QByteArray("{\"a\":\"" + QByteArray(R"(\u0000)").repeated(2'000'000) + "\"}");
    QTest::newRow("quotes") << QByteArray("{\"a\":\"" + QByteArray(R"(\")").repeated(5'000'000) + "\"}");
    QTest::newRow("slashes") << QByteArray("{\"a\":\"" + QByteArray(R"(\\)").repeated(5'000'000) + "\"}");
    QTest::newRow("blanks") << QByteArray(QByteArray(10'000'000, ' ') + "{}");
    QTest::newRow("many pictures") << QByteArray("[1" + QByteArray(',' + picture(4096)).repeated(2000) + ']');
}

/// How long it takes is measured elsewhere; here it is enough that no row makes this test the longest.
void TestBoundedJson::hugeAnswersAreNoTree()
{
    QFETCH(QByteArray, text);
    HttpResponse response;
    response.body = text;
    QVERIFY(response.json().isEmpty());
    const LiftedJson json(text);
    QVERIFY(!json.isValid());
    QVERIFY(json.fault()->code != "json_syntax"_L1);
}

QTEST_APPLESS_MAIN(TestBoundedJson)
#include "test_boundedjson.moc"
