// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/prodia/prodiaadapter.h"
#include "tests/providers/imagesvendor.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"
#include "tests/standins/prodia.h"
#include "tests/support/multipart.h"

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString schnell = u"prodia/flux-1-schnell"_s;
const QList<HttpHeader> isForm {{"Content-Type"_ba, ProdiaStandIn::formType()}};

QByteArray faultForm(const QString &words)
{
    return ProdiaStandIn::form({{u"error"_s, words}}, {});
}

QList<ErrorCase> prodiaErrors()
{
    using enum ErrorKind;
    constexpr Billing unsure = Billing::MayBeBilled;
    constexpr Billing free = Billing::NotBilled;
    return {
        {"config", 400, faultForm(u"config.steps: maximum: got 1,000"_s), Invalid, free, u"steps"_s, isForm},
        {"size", 400, faultForm(u"config.width: maximum: got 9"_s), Invalid, free, u"size"_s, isForm},
        {"config, in JSON", 400, R"({"error":"config.seed: no"})", Invalid, free, u"seed"_s},
        {"another place", 400, R"({"detail":"type: unknown"})", Invalid},
        {"a form without a job", 400, "--xyz-7--", Invalid, free, {}, isForm},
        {"refused", 400, faultForm(u"Request Moderated"_s), ContentPolicy, free, {}, isForm},
        {"key", 401, R"({"message":"bad token"})", Auth},
        {"plan", 403, R"({"message":"not in your plan"})", Auth},
        {"funds", 402, R"({"message":"no credit"})", Funds},
        {"capacity", 429, "", RateLimit, free, {}, {}, 1000},
        {"capacity, told", 429, R"({"error":"busy"})", RateLimit, free, {}, {{"Retry-After"_ba, "7"_ba}}, 7000},
        {"broken", 500, R"({"error":"Request Moderated"})", Upstream, unsure},
        {"busy", 503, "", Overloaded},
        {"late", 504, "", Timeout, unsure},
        {"failed", 200, faultForm(u"the worker broke"_s), Upstream, unsure, {}, isForm},
        {"refused at last", 200, faultForm(u"output is NSFW"_s), ContentPolicy, unsure, {}, isForm},
        {"failed without a word", 200, R"({"state":{"current":"failed"}})", Upstream, unsure},
        {"not done", 200, R"({"id":"b1","state":{"current":"queued"}})", Upstream, unsure},
        {"a form without anything", 200, "--xyz-7--", Upstream, unsure, {}, isForm},
        {"garbage", 200, "hello", Upstream, unsure},
    };
}

} // namespace

/// Prodia: jobs that are answered at once, with a form.
class TestProdia : public ImagesVendorTest
{
    Q_OBJECT

public:
    TestProdia()
        : ImagesVendorTest({u"prodia"_s, std::make_unique<ProdiaAdapter>(), ProdiaStandIn::key(), schnell, 8,
                            prodiaErrors(), pngOf({2, 2}), ErrorKind::RateLimit})
    {
    }

private Q_SLOTS:
    void writesAJob();
    void sendsPictures_data();
    void sendsPictures();
    void sendsMasks_data();
    void sendsMasks();
    void tellsSeedAndPrice();
    void readsBareLineEnds();
    void aJobThatFailsMayBeBilled();
    void hidesTheKey();
    void survivesDamagedForms();

private:
    [[nodiscard]] std::unique_ptr<ImagesApiStandIn> makeStandIn() const override
    {
        return std::make_unique<ProdiaStandIn>();
    }
    [[nodiscard]] ProdiaStandIn &prodia() const { return static_cast<ProdiaStandIn &>(standIn()); }
    [[nodiscard]] HttpRequest written(const Plan &plan) const
    {
        return requestOf(adapter().begin(plan, plan.calls.first(), {"k"_ba, {}, {}}));
    }
};

void TestProdia::writesAJob()
{
    Request request = asked();
    request.size.pixels = QSize(1024, 768);
    request.seed = 2;
    request.style = u"craft-clay"_s;
    request.format = ImageFormat::Webp;
    request.tuning.steps = 3;
    const HttpRequest job = written(catalogPlan(schnell, request));
    QCOMPARE(lineOf(job), u"POST https://inference.prodia.com/v2/job?price=true"_s);
    QCOMPARE(job.header("Accept"_ba), "multipart/form-data; image/webp"_ba);
    QCOMPARE(job.header("Authorization"_ba), "Bearer k"_ba);
    QCOMPARE(job.header("Content-Type"_ba), "application/json"_ba);
    const QJsonObject config {
        {u"prompt"_s, u"a red fox"_s},       {u"width"_s, 1024}, {u"height"_s, 768}, {u"seed"_s, 2}, {u"steps"_s, 3},
        {u"style_preset"_s, u"craft-clay"_s}};
    QCOMPARE(jsonOf(job.body),
             (QJsonObject {{u"type"_s, u"inference.flux-fast.schnell.txt2img.v2"_s}, {u"config"_s, config}}));
}

void TestProdia::sendsPictures_data()
{
    QTest::addColumn<QString>("offer");
    const QStringList offers = catalogOffers(u"prodia"_s);
    for (const QString &offer : offers) {
        if (catalogOffer(offer).hasMode(u"image-edit"_s)) {
            QTest::addRow("%s", qPrintable(offer)) << offer;
        }
    }
}

void TestProdia::sendsPictures()
{
    QFETCH(QString, offer);
    const Plan plan = catalogPlan(offer, askedWithPictures(1));
    isMade(plan);
    const QMap<QString, QString> form = formOf(written(plan));
    QCOMPARE(form.keys(), (QStringList {u"input"_s, u"job"_s}));
    QCOMPARE(form.value(u"input"_s), u"image/png"_s);
    QCOMPARE(form.value(u"job"_s), u"application/json"_s);
    const QJsonObject job = jsonOf(fileOf(written(plan), u"job"_s));
    QCOMPARE(job.value("type"_L1).toString(), plan.offer.wire.editModel);
    QCOMPARE(job.value("config"_L1)["prompt"_L1].toString(), u"a red fox"_s);
}

void TestProdia::sendsMasks_data()
{
    QTest::addColumn<QString>("offer");
    QTest::newRow("sdxl") << u"prodia/sdxl"_s;
    QTest::newRow("sd15") << u"prodia/sd-1.5"_s;
}

/// As a second input behind the picture.
void TestProdia::sendsMasks()
{
    QFETCH(const QString, offer);
    Request request = askedWithPictures(1);
    request.mask = InputImage {pngOf({64, 64}, Qt::transparent), {}};
    request.tuning.guidance = 5;
    const Plan plan = catalogPlan(offer, request);
    QVERIFY(plan.output.keepsOutsideMask);
    isMade(plan);
    const HttpRequest sent = written(plan);
    QCOMPARE(formOf(sent).value(u"input"_s), u"image/png image/png"_s);
    QCOMPARE(fileOf(sent, u"input"_s), request.images.first().bytes);
    const QJsonObject job = jsonOf(fileOf(sent, u"job"_s));
    QCOMPARE(job.value("type"_L1).toString(), plan.offer.providerModel);
    QCOMPARE(job.value("config"_L1)["cfg_scale"_L1].toDouble(), 5.0);
    QVERIFY(!job.value("config"_L1).toObject().contains("input"_L1));
}

void TestProdia::tellsSeedAndPrice()
{
    const CallOutcome outcome = made(plainPlan());
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.first().seed, std::optional<qint64>(4711));
    QCOMPARE(outcome.cost, Money::fromDollars(ProdiaStandIn::dollars));
    const auto costOf = [this](const QJsonObject &price) {
        const QByteArray body = ProdiaStandIn::form({{u"price"_s, price}}, pngOf({2, 2}));
        return doneOf(read(answerOf(200, body, isForm))).cost;
    };
    QVERIFY(!costOf({}).isKnown());
    QCOMPARE(costOf({{u"dollars"_s, -1}}), Money::fromDollars(-1)); // the engine doubts it
    QCOMPARE(costOf({{u"dollars"_s, u"0.1"_s}}), Money::fromDollars(0.1));
    QVERIFY(!costOf({{u"dollars"_s, u"1,50"_s}}).isKnown());
    QCOMPARE(costOf({{u"dollars"_s, 0}}), Money::zero());
}

void TestProdia::readsBareLineEnds()
{
    prodia().endLinesBriefly();
    isMade(plainPlan());
}

void TestProdia::aJobThatFailsMayBeBilled()
{
    prodia().failNext();
    const CallOutcome outcome = made(plainPlan());
    QVERIFY(outcome.error && outcome.media.isEmpty());
    QCOMPARE(outcome.error->kind, ErrorKind::Upstream);
    QCOMPARE(outcome.error->billing, Billing::MayBeBilled);
    QCOMPARE(outcome.error->detail, u"the worker broke"_s);
    QCOMPARE(standIn().billed(), 1);
}

void TestProdia::hidesTheKey()
{
    for (const int status : {200, 400}) {
        const QByteArray body = faultForm(QString::fromLatin1(ProdiaStandIn::key()) + u" is wrong"_s);
        QCOMPARE(errorOf(read(answerOf(status, body, isForm))).detail, u"… is wrong"_s);
    }
}

void TestProdia::survivesDamagedForms()
{
    const QByteArray good = ProdiaStandIn::form({{u"config"_s, QJsonObject {{u"seed"_s, 3}}}}, pngOf({2, 2}));
    QCOMPARE(doneOf(read(answerOf(200, good, isForm))).media.size(), 1);
    const Plan plan = plainPlan();
    const QList<QByteArray> damaged = mutations(good, 2000);
    for (const QByteArray &body : damaged) {
        const Step step = read(answerOf(200, body, isForm), plan);
        QVERIFY(kindOf(step) == "done"_L1 ? hasOnlyUsableImages(doneOf(step)) : kindOf(step) == "failed"_L1);
    }
}

QTEST_GUILESS_MAIN(TestProdia)
#include "test_prodia.moc"
