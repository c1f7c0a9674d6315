// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The call that is shown is the request: the gateway reads it back as the same.
#include "core/explain/samecall.h"
#include "core/gateway/dialects/openai/openairequest.h"

#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QUrl gateway(u"http://127.0.0.1:4747/v1"_s);

Request plain()
{
    Request request;
    request.model = u"flux-2-pro"_s;
    request.prompt = u"A lighthouse's lamp, \"lit\" \\ at dusk\nand fog: ü 灯"_s;
    return request;
}

Request full()
{
    Request request = plain();
    request.model = u"fal/flux-2-pro"_s;
    request.negativePrompt = u"people"_s;
    request.n = 3;
    request.isCountSaid = true;
    request.size.pixels = QSize(1536, 1024);
    request.fit = Fit::Crop;
    request.seed = 482910;
    request.quality = u"high"_s;
    request.style = u"vivid"_s;
    request.background = u"opaque"_s;
    request.matte = QColor(u"#204060"_s);
    request.format = ImageFormat::Webp;
    request.compression = 85;
    request.user = u"me"_s;
    request.tuning.steps = 30;
    request.tuning.guidance = 3.5;
    request.tuning.promptEnhancement = false;
    request.tuning.loras = {{u"own/lora"_s, 0.5}};
    request.strict = true;
    request.extra = {{u"own-field"_s, QJsonObject {{u"on"_s, true}, {u"off"_s, QJsonValue::Null}}}};
    return request;
}

/// What a shell makes of single quotes.
QString unquoted(QString word)
{
    return word.replace(u"'\\''"_s, u"'"_s);
}

QByteArray bodyIn(const QString &curl)
{
    const qsizetype at = curl.indexOf(u"-d '"_s);
    return at < 0 ? QByteArray() : unquoted(curl.mid(at + 4).chopped(1)).toUtf8();
}

QStringList namesOf(const Request &request)
{
    QStringList names;
    const QList<samecall::Field> fields = samecall::fieldsOf(request);
    for (const samecall::Field &field : fields) {
        names.append(field.name);
    }
    return names;
}

} // namespace

class TestSameCall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadBackByTheGateway_data();
    void isReadBackByTheGateway();
    void picturesGoAsAForm();
    void everyFormHasEveryField_data();
    void everyFormHasEveryField();
    void holdsNoKey();
};

void TestSameCall::isReadBackByTheGateway_data()
{
    QTest::addColumn<Request>("request");
    QTest::newRow("plain") << plain();
    QTest::newRow("full") << full();
    Request shape = plain();
    shape.size.ratio = AspectRatio {16, 9};
    shape.size.tier = ResolutionTier::TwoK;
    QTest::newRow("a shape and a tier") << shape;
    Request automatic = plain();
    automatic.size.automatic = true;
    QTest::newRow("automatic") << automatic;
}

void TestSameCall::isReadBackByTheGateway()
{
    QFETCH(Request, request);
    const QString curl = samecall::curl(gateway, request, {});
    QVERIFY(curl.startsWith(u"curl http://127.0.0.1:4747/v1/images/generations "_s));
    GatewayRequest call;
    call.method = "POST";
    call.path = u"/v1/images/generations"_s;
    call.headers = {{"Content-Type", "application/json"}};
    if (curl.contains(u"-H 'X-Lightwell-Strict: true'"_s)) {
        call.headers.append(HttpHeader {"X-Lightwell-Strict", "true"});
    }
    call.body = bodyIn(curl);
    const Result<GenerationCall> read = openai::readCall(call, CallKind::Generation);
    QVERIFY2(read.ok(), call.body.constData());
    QCOMPARE(read->request, request);
}

void TestSameCall::picturesGoAsAForm()
{
    Request request = plain();
    request.images = {{"x", u"/home/me/secret.png"_s, ImageRole::Reference}, {"y", {}, ImageRole::Reference}};
    request.mask = InputImage {"z", {}, ImageRole::Reference};
    QCOMPARE(samecall::pathOf(request), u"images/edits"_s);
    for (const QString &text : {samecall::curl(gateway, request, {}), samecall::python(gateway, request, {}),
                                samecall::javaScript(gateway, request, {})}) {
        QVERIFY2(text.contains(u"picture-2.png"_s) && text.contains(u"mask.png"_s), qPrintable(text));
        QVERIFY2(!text.contains(u"secret"_s), qPrintable(text));
    }
    request.operation = Operation::Vary;
    QCOMPARE(samecall::pathOf(request), u"images/variations"_s);
}

void TestSameCall::everyFormHasEveryField_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("curl") << samecall::curl(gateway, full(), u"a's"_s);
    QTest::newRow("python") << samecall::python(gateway, full(), u"a's"_s);
    QTest::newRow("javascript") << samecall::javaScript(gateway, full(), u"a's"_s);
}

void TestSameCall::everyFormHasEveryField()
{
    QFETCH(QString, text);
    const QStringList names = namesOf(full()) + QStringList {u"X-Lightwell-Strict"_s, u"X-Lightwell-Project"_s};
    for (const QString &name : names) {
        QVERIFY2(text.contains(name), qPrintable(name + u'\n' + text));
    }
}

void TestSameCall::holdsNoKey()
{
    for (const QString &text : {samecall::curl(gateway, full(), {}), samecall::python(gateway, full(), {}),
                                samecall::javaScript(gateway, full(), {})}) {
        QVERIFY2(text.contains(u"LIGHTWELL_KEY"_s), qPrintable(text));
    }
}

QTEST_GUILESS_MAIN(TestSameCall)
#include "test_samecall.moc"
