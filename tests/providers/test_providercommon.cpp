// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/common/body.h"
#include "providers/common/httperrors.h"
#include "providers/common/liftedjson.h"
#include "providers/common/maskpicture.h"
#include "providers/common/multipart.h"
#include "providers/common/pictures.h"
#include "providers/common/tokencost.h"
#include "providers/common/urls.h"
#include "tests/providers/plans.h"
#include "tests/support/multipart.h"

#include <QBuffer>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestProviderCommon : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void idsStayOneSegment();
    void formsAreReadBack();
    void boundaryIsDerivedFromContent();
    void nestedFieldsUseBrackets();
    void writesSizesAsTheOfferSays_data();
    void writesSizesAsTheOfferSays();
    void masks_data();
    void masks();
    void extraNeverReplacesWhatWasPlanned();
    void liftsLongStrings();
    void refusesBrokenJson_data();
    void refusesBrokenJson();
    void readsPictures_data();
    void readsPictures();
    void readsLinks_data();
    void readsLinks();
    void readsVendorMessages_data();
    void readsVendorMessages();
    void statusDecidesBilling_data();
    void statusDecidesBilling();
    void tokensBecomeMoney_data();
    void tokensBecomeMoney();
};

void TestProviderCommon::endpoints_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("address");
    QTest::newRow("default") << u""_s << u"/v1/x"_s << u"https://vendor.example/v1/x"_s;
    QTest::newRow("host") << u"http://127.0.0.1:9000"_s << u"/v1/x"_s << u"http://127.0.0.1:9000/v1/x"_s;
    QTest::newRow("path") << u"http://127.0.0.1:9000/openai"_s << u"/v1/x"_s << u"http://127.0.0.1:9000/openai/v1/x"_s;
    QTest::newRow("slash") << u"http://127.0.0.1:9000/openai//"_s << u"/v1/x"_s
                           << u"http://127.0.0.1:9000/openai/v1/x"_s;
    QTest::newRow("pasted with version") << u"http://host:1/v1"_s << u"/v1/x"_s << u"http://host:1/v1/x"_s;
    QTest::newRow("pasted with path and version") << u"http://host/a/v1/"_s << u"/v1/x"_s << u"http://host/a/v1/x"_s;
    QTest::newRow("only whole segments") << u"http://host/av1"_s << u"/v1/x"_s << u"http://host/av1/v1/x"_s;
    QTest::newRow("query") << u"http://host"_s << u"/v1beta/models?pageSize=1"_s
                           << u"http://host/v1beta/models?pageSize=1"_s;
    QTest::newRow("base query is dropped") << u"http://host/p?a=b#c"_s << u"/v1/x"_s << u"http://host/p/v1/x"_s;
    QTest::newRow("own scheme") << u"sketchbook://inside"_s << u"/v1/x"_s << u"sketchbook://inside/v1/x"_s;
    QTest::newRow("no host") << u"/just/a/path"_s << u"/v1/x"_s << u""_s;
}

void TestProviderCommon::endpoints()
{
    QFETCH(QString, base);
    QFETCH(QString, path);
    QFETCH(QString, address);
    const QUrl url = endpoint(QUrl(base), QUrl(u"https://vendor.example"_s), path);
    QCOMPARE(url.toString(QUrl::FullyEncoded), address);
    QCOMPARE(url.isValid(), !address.isEmpty());
}

void TestProviderCommon::idsStayOneSegment()
{
    const QUrl url =
        endpoint({}, QUrl(u"https://v.example"_s), QString("/m/"_L1 + pathSegment(u"a/b ?c"_s) + ":run"_L1));
    QCOMPARE(url.toString(QUrl::FullyEncoded), u"https://v.example/m/a%2Fb%20%3Fc:run"_s);
}

void TestProviderCommon::formsAreReadBack()
{
    Multipart form;
    form.addText(u"prompt"_s, u"a \"fox\"\r\n--x"_s);
    form.addFile(u"image[]"_s, u"C:\\home\\me/a\"b\r\n.png"_s, "image/png"_ba, "\0\r\n\1"_ba);
    Received request;
    request.headers = {{"Content-Type"_ba, form.contentType()}};
    request.body = form.body();
    const QList<FormPart> parts = formParts(request);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts.at(0).name, u"prompt"_s);
    QCOMPARE(parts.at(0).body, "a \"fox\"\r\n--x"_ba);
    QCOMPARE(parts.at(1).name, u"image[]"_s);
    QCOMPARE(parts.at(1).fileName, u"a%22b%0D%0A.png"_s);
    QCOMPARE(parts.at(1).contentType, "image/png"_ba);
    QCOMPARE(parts.at(1).body, "\0\r\n\1"_ba);
}

void TestProviderCommon::boundaryIsDerivedFromContent()
{
    const auto type = [](const QString &text) {
        Multipart form;
        form.addText(u"a"_s, text);
        return form.contentType();
    };
    QCOMPARE(type(u"one"_s), type(u"one"_s));
    QVERIFY(type(u"one"_s) != type(u"two"_s));
}

void TestProviderCommon::nestedFieldsUseBrackets()
{
    Multipart form;
    form.addJson(u"svg"_s, QJsonObject {{u"model"_s, u"m"_s}, {u"deep"_s, QJsonObject {{u"on"_s, true}}}});
    form.addJson(u"tags"_s, QJsonArray {u"x"_s, 2, 1.5});
    form.addJson(u"nothing"_s, QJsonValue::Null);
    Received request;
    request.headers = {{"Content-Type"_ba, form.contentType()}};
    request.body = form.body();
    QStringList read;
    const QList<FormPart> parts = formParts(request);
    for (const FormPart &part : parts) {
        read.append(part.name + u'=' + QString::fromUtf8(part.body));
    }
    QCOMPARE(read,
             (QStringList {u"svg[deep][on]=true"_s, u"svg[model]=m"_s, u"tags[]=x"_s, u"tags[]=2"_s, u"tags[]=1.5"_s}));
}

void TestProviderCommon::writesSizesAsTheOfferSays_data()
{
    QTest::addColumn<QJsonObject>("wire");
    QTest::addColumn<QJsonObject>("sent");
    QTest::newRow("text") << QJsonObject {} << QJsonObject {{u"image_size"_s, u"1024x768"_s}};
    QTest::newRow("object") << QJsonObject {{u"sizeAs"_s, u"object"_s}}
                            << QJsonObject {{u"image_size"_s, QJsonObject {{u"width"_s, 1024}, {u"height"_s, 768}}}};
    QTest::newRow("two fields") << QJsonObject {{u"sizeAs"_s, u"width-height"_s}}
                                << QJsonObject {{u"width"_s, 1024}, {u"height"_s, 768}};
    QTest::newRow("named") << QJsonObject {{u"sizeAs"_s, u"object"_s},
                                           {u"sizeNames"_s, QJsonObject {{u"1024x768"_s, u"landscape"_s}}}}
                           << QJsonObject {{u"image_size"_s, u"landscape"_s}};
    QTest::newRow("constants") << QJsonObject {{u"constants"_s, QJsonObject {{u"sync"_s, true}}}}
                               << QJsonObject {{u"sync"_s, true}, {u"image_size"_s, u"1024x768"_s}};
}

void TestProviderCommon::writesSizesAsTheOfferSays()
{
    QFETCH(QJsonObject, wire);
    QFETCH(QJsonObject, sent);
    Plan plan;
    plan.offer.fields = {{u"size"_s, u"image_size"_s}};
    plan.offer.wire = wire;
    plan.size.pixels = QSize(1024, 768);
    QCOMPARE(plannedFields(plan, {}), sent);
}

void TestProviderCommon::masks_data()
{
    QTest::addColumn<QImage>("mask");
    QTest::addColumn<bool>("untouched"); ///< as OpenAI gets it
    const auto halves = [](QImage::Format format, const QColor &keep, const QColor &paint) {
        QImage mask({8, 4}, format);
        mask.fill(keep);
        for (int y = 0; y < 4; ++y) {
            for (int x = 4; x < 8; ++x) {
                mask.setPixelColor(x, y, paint);
            }
        }
        return mask;
    };
    QTest::newRow("by transparency") << halves(QImage::Format_ARGB32, Qt::black, Qt::transparent) << true;
    QTest::newRow("black and white, no alpha") << halves(QImage::Format_RGB32, Qt::black, Qt::white) << false;
    QTest::newRow("grey") << halves(QImage::Format_Grayscale8, Qt::black, Qt::white) << false;
    QTest::newRow("black and white with an alpha channel nobody used")
        << halves(QImage::Format_ARGB32, Qt::black, Qt::white) << false;
}

/// The right half may be painted, in both vendors' terms.
void TestProviderCommon::masks()
{
    QFETCH(QImage, mask);
    QFETCH(bool, untouched);
    QByteArray png;
    QBuffer buffer(&png);
    QVERIFY(mask.save(&buffer, "PNG"));
    const QImage white = QImage::fromData(whiteMask(png));
    QCOMPARE(white.size(), mask.size());
    QVERIFY(!white.hasAlphaChannel());
    QCOMPARE(qGray(white.pixel(1, 1)), 0);
    QCOMPARE(qGray(white.pixel(6, 1)), 255);
    const QByteArray bytes = alphaMask(png);
    QCOMPARE(bytes == png, untouched);
    const QImage alpha = QImage::fromData(bytes, "PNG");
    QVERIFY(alpha.hasAlphaChannel());
    QCOMPARE(qAlpha(alpha.pixel(1, 1)), 255);
    QCOMPARE(qAlpha(alpha.pixel(6, 1)), 0);
    QVERIFY(whiteMask("no picture"_ba).isEmpty());
    QVERIFY(alphaMask("no picture"_ba).isEmpty());
}

void TestProviderCommon::extraNeverReplacesWhatWasPlanned()
{
    Plan plan;
    plan.offer.fields = {{u"n"_s, u"num"_s}};
    plan.offer.wire = {
        {u"constants"_s, QJsonObject {{u"a"_s, 1}, {u"deep"_s, QJsonObject {{u"x"_s, 1}, {u"y"_s, 1}}}}}};
    plan.request.extra = {{u"num"_s, 9}, {u"a"_s, 2}, {u"deep"_s, QJsonObject {{u"y"_s, 2}}}, {u"new"_s, true}};
    const QJsonObject expected {
        {u"num"_s, 3}, {u"a"_s, 2}, {u"deep"_s, QJsonObject {{u"x"_s, 1}, {u"y"_s, 2}}}, {u"new"_s, true}};
    QCOMPARE(plannedFields(plan, {3, {}}), expected);
}

void TestProviderCommon::liftsLongStrings()
{
    const QByteArray big(9000, 'A');
    const QByteArray escaped = QByteArray(5000, 'B') + "\\/" + QByteArray(5000, 'B');
    const QByteArray words = QByteArray("a b ").repeated(3000);
    const LiftedJson json("[{\"x\":{\"big\":\"" + big + "\",\"esc\":\"" + escaped + "\",\"words\":\"" + words
                          + "\",\"q\":\"a\\\"b\\\\\",\"short\":\"AA\"}}]");
    QVERIFY(json.isValid());
    const QJsonObject x = json.object().value("x"_L1).toObject();
    QCOMPARE(json.text(x.value("big"_L1)), big);
    QVERIFY(x.value("big"_L1).toString().size() < 100);
    QCOMPARE(json.text(x.value("esc"_L1)), QByteArray(5000, 'B') + '/' + QByteArray(5000, 'B'));
    QCOMPARE(x.value("words"_L1).toString().toUtf8(), words);
    QCOMPARE(json.text(x.value("q"_L1)), "a\"b\\"_ba);
    QCOMPARE(json.text(x.value("short"_L1)), "AA"_ba);
    QCOMPARE(json.text(QJsonValue(7)), QByteArray());
}

void TestProviderCommon::refusesBrokenJson_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("text") << "<html>502</html>"_ba;
    QTest::newRow("number") << "7"_ba;
    QTest::newRow("array of numbers") << "[7]"_ba;
    QTest::newRow("cut in a long string") << QByteArray("{\"a\":\"" + QByteArray(9000, 'A'));
    QTest::newRow("cut after a long string") << QByteArray("{\"a\":\"" + QByteArray(9000, 'A') + "\"");
    QTest::newRow("escape at the end") << "{\"a\":\"\\"_ba;
}

void TestProviderCommon::refusesBrokenJson()
{
    QFETCH(QByteArray, body);
    const LiftedJson json(body);
    QVERIFY(!json.isValid());
    QVERIFY(json.object().isEmpty());
}

void TestProviderCommon::readsPictures_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("readable");
    const QByteArray base64 = pngOf({2, 2}).toBase64();
    QTest::newRow("plain") << base64 << true;
    QTest::newRow("data url") << QByteArray("data:image/png;base64," + base64) << true;
    QTest::newRow("line breaks") << QByteArray(base64.left(20) + "\r\n" + base64.mid(20) + '\n') << true;
    QTest::newRow("empty") << ""_ba << false;
    QTest::newRow("garbage") << QByteArray("!!" + base64) << false;
    QTest::newRow("no picture") << "hello world"_ba.toBase64() << false;
    QTest::newRow("data url without base64") << "data:text/plain,hello"_ba << false;
    QTest::newRow("data url of nothing") << "data:image/png;base64,"_ba << false;
}

void TestProviderCommon::readsPictures()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, readable);
    const std::optional<QByteArray> bytes = pictureFromBase64(text);
    QCOMPARE(bytes.has_value(), readable);
    QCOMPARE(bytes.value_or(QByteArray()), readable ? pngOf({2, 2}) : QByteArray());
}

void TestProviderCommon::readsLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::newRow("https") << u"https://cdn.example/a.png?s=1"_s << u"https://cdn.example/a.png?s=1"_s;
    QTest::newRow("relative") << u"/generated/a.png"_s << u"http://host:1/generated/a.png"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u""_s;
    QTest::newRow("script") << u"javascript:alert(1)"_s << u""_s;
    QTest::newRow("empty") << u""_s << u""_s;
    QTest::newRow("no host") << u"https:///a.png"_s << u""_s;
}

void TestProviderCommon::readsLinks()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    const std::optional<QUrl> url = pictureLink(text, QUrl(u"http://host:1/v1/images/generations"_s));
    QCOMPARE(url.value_or(QUrl()).toString(), address);
}

void TestProviderCommon::readsVendorMessages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");
    QTest::newRow("openai") << R"({"error":{"message":"No","type":"t","param":"size","code":"c"}})"_ba << u"No"_s
                            << u"c"_s << u"size"_s;
    QTest::newRow("localai") << R"({"error":{"code":400,"message":"Bad","type":"","param":null}})"_ba << u"Bad"_s
                             << u""_s << u""_s;
    QTest::newRow("google") << R"([{"error":{"code":429,"message":"Slow","status":"EXHAUSTED"}}])"_ba << u"Slow"_s
                            << u"EXHAUSTED"_s << u""_s;
    QTest::newRow("text error") << R"({"error":"prompt required"})"_ba << u"prompt required"_s << u""_s << u""_s;
    QTest::newRow("problem details") << R"({"title":"T","detail":"D","status":402})"_ba << u"D"_s << u""_s << u""_s;
    QTest::newRow("complaints") << R"({"detail":[{"loc":["body","size"],"msg":"too big","type":"v"}]})"_ba
                                << u"size: too big"_s << u""_s << u"size"_s;
    QTest::newRow("plain") << "upstream error"_ba << u"upstream error"_s << u""_s << u""_s;
    QTest::newRow("html") << "<html><title>502 Bad Gateway</title><p>x</html>"_ba << u"502 Bad Gateway"_s << u""_s
                          << u""_s;
    QTest::newRow("empty") << ""_ba << u""_s << u""_s << u""_s;
    QTest::newRow("their mask of a key") << R"({"error":{"message":"Incorrect key sk-abcd****wxyz."}})"_ba
                                         << u"Incorrect key …"_s << u""_s << u""_s;
    QTest::newRow("our key") << R"({"error":{"message":"Bad key secret-key-1 given"}})"_ba << u"Bad key … given"_s
                             << u""_s << u""_s;
}

void TestProviderCommon::readsVendorMessages()
{
    QFETCH(QByteArray, body);
    const VendorMessage said = VendorMessage::read(body, "secret-key-1"_ba);
    QTEST(said.text, "text");
    QTEST(said.code, "code");
    QTEST(said.param, "param");
}

void TestProviderCommon::statusDecidesBilling_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Billing>("billing");
    const auto row = [](int status, ErrorKind kind, Billing billing) {
        QTest::addRow("%d", status) << status << kind << billing;
    };
    row(307, ErrorKind::Upstream, Billing::NotBilled);
    row(400, ErrorKind::Invalid, Billing::NotBilled);
    row(401, ErrorKind::Auth, Billing::NotBilled);
    row(402, ErrorKind::Funds, Billing::NotBilled);
    row(403, ErrorKind::Auth, Billing::NotBilled);
    row(404, ErrorKind::NotFound, Billing::NotBilled);
    row(408, ErrorKind::Timeout, Billing::MayBeBilled);
    row(409, ErrorKind::Upstream, Billing::MayBeBilled);
    row(413, ErrorKind::Invalid, Billing::NotBilled);
    row(422, ErrorKind::Invalid, Billing::NotBilled);
    row(429, ErrorKind::RateLimit, Billing::NotBilled);
    row(500, ErrorKind::Upstream, Billing::MayBeBilled);
    row(502, ErrorKind::Upstream, Billing::MayBeBilled);
    row(503, ErrorKind::Overloaded, Billing::NotBilled);
    row(504, ErrorKind::Timeout, Billing::MayBeBilled);
    row(520, ErrorKind::Upstream, Billing::MayBeBilled);
    row(0, ErrorKind::Upstream, Billing::MayBeBilled);
}

void TestProviderCommon::statusDecidesBilling()
{
    QFETCH(int, status);
    const Error error = errorFromStatus(answerOf(status, {}, {{"Retry-After"_ba, "7"_ba}}), {}, u"Vendor"_s);
    QTEST(error.kind, "kind");
    QTEST(error.billing, "billing");
    QVERIFY(error.message.contains(u"Vendor"_s));
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(7000));
}

void TestProviderCommon::tokensBecomeMoney_data()
{
    QTest::addColumn<QList<PriceLine>>("prices");
    QTest::addColumn<TokenUsage>("usage");
    QTest::addColumn<Money>("cost");
    using Item = PriceLine::Item;
    const QList<PriceLine> tokens = openAiOffer().prices;
    QTest::newRow("sum") << tokens << TokenUsage {20, 100, 0, 196} << Money::fromMicros(100 + 800 + 5880);
    QTest::newRow("rounded once") << tokens << TokenUsage {1, {}, {}, 1} << Money::fromMicros(35);
    QTest::newRow("nothing counted") << tokens << TokenUsage {} << Money::unknown();
    QTest::newRow("all zero") << tokens << TokenUsage {0, 0, 0, 0} << Money::unknown();
    QTest::newRow("words without a price cost at most what pictures do")
        << tokens << TokenUsage {20, 0, 5, 196} << Money::fromMicros(100 + 5 * 30 + 5880);
    QTest::newRow("pictures that go in without a price")
        << QList<PriceLine> {tokens.at(0), tokens.at(2)} << TokenUsage {20, 100, 0, 196}
        << Money::fromMicros(100 + 100 * 5 + 5880);
    QTest::newRow("no count for the pictures that came") << tokens << TokenUsage {20, 0, 0, 0} << Money::unknown();
    QTest::newRow("only words counted") << tokens << TokenUsage {20, 0, 34, {}} << Money::unknown();
    QTest::newRow("no price per token") << QList<PriceLine> {PriceLine {}} << TokenUsage {20, 0, 0, 196}
                                        << Money::unknown();
    PriceLine perPicture;
    perPicture.usd = 0.1;
    PriceLine text = tokens.at(0);
    QTest::newRow("pictures beside tokens")
        << QList<PriceLine> {text, perPicture} << TokenUsage {20, 0, 0, 196} << Money::fromMicros(100 + 200'000);
    PriceLine low = tokens.at(2);
    low.quality = u"low"_s;
    PriceLine high = low;
    high.quality = u"high"_s;
    QTest::newRow("conditions that only change the estimate")
        << QList<PriceLine> {low, high} << TokenUsage {0, 0, 0, 100} << Money::fromMicros(3000);
    high.usd = 60;
    QTest::newRow("conditions that change the price")
        << QList<PriceLine> {low, high} << TokenUsage {0, 0, 0, 100} << Money::unknown();
    PriceLine plain = tokens.at(2);
    QTest::newRow("the line without conditions")
        << QList<PriceLine> {high, plain} << TokenUsage {0, 0, 0, 100} << Money::fromMicros(3000);
    text.item = Item::OutputText;
    text.unit = PriceLine::Unit::Second;
    QTest::newRow("a unit nobody counted")
        << QList<PriceLine> {text, plain} << TokenUsage {0, 0, 5, 100} << Money::unknown();
}

void TestProviderCommon::tokensBecomeMoney()
{
    QFETCH(QList<PriceLine>, prices);
    QFETCH(TokenUsage, usage);
    Plan plan = planFor(openAiOffer());
    plan.offer.prices = prices;
    QTEST(tokenCost(plan, usage, 2), "cost");
}

QTEST_GUILESS_MAIN(TestProviderCommon)
#include "test_providercommon.moc"
