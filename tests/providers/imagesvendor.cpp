// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/providers/imagesvendor.h"

#include "core/adapter/adapterregistry.h"
#include "core/media/keepoutside.h"
#include "providers/registry.h"
#include "tests/providers/jobs.h"
#include "tests/providers/mutations.h"

#include <QImage>

using namespace Qt::StringLiterals;
using Instead = lightwell::test::VendorStandIn::Instead;

Q_DECLARE_METATYPE(lightwell::test::Reply)
Q_DECLARE_METATYPE(lightwell::test::ErrorCase)

namespace lightwell::test {

ImagesVendorTest::ImagesVendorTest(Vendor vendor)
    : m_vendor(std::move(vendor))
{
}

void ImagesVendorTest::init()
{
    m_standIn = makeStandIn();
}

Request ImagesVendorTest::asked()
{
    Request request;
    request.prompt = u"a red fox"_s;
    return request;
}

Request ImagesVendorTest::askedWithPictures(int count)
{
    Request request = asked();
    for (int i = 0; i < count; ++i) {
        request.images.append({pngOf({64, 64}), {}});
    }
    return request;
}

Credentials ImagesVendorTest::credentials(const QByteArray &key) const
{
    return {key, {}, m_standIn->baseUrl()};
}

CallOutcome ImagesVendorTest::made(const Plan &plan) const
{
    return drive(*m_vendor.adapter, plan, credentials(m_vendor.key));
}

Step ImagesVendorTest::read(const HttpResponse &response, const Plan &plan) const
{
    return m_vendor.adapter->advance(plan, {}, response, {m_vendor.key, {}, {}});
}

QJsonObject ImagesVendorTest::lastBody() const
{
    const QList<Received> calls = m_standIn->calls();
    for (auto call = calls.crbegin(); call != calls.crend(); ++call) {
        if (call->method == "POST") {
            return call->json();
        }
    }
    return {};
}

void ImagesVendorTest::isMade(const Plan &plan)
{
    const int before = m_standIn->billed();
    const CallOutcome outcome = made(plan);
    QCOMPARE(outcome.error.value_or(Error()).detail, QString());
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.media.size(), plan.calls.first().n);
    QCOMPARE(m_standIn->violations(), QStringList());
    QCOMPARE(m_standIn->billed(), before + 1);
    const QByteArray bytes = outcome.media.first().bytes;
    const std::optional<ImageFormat> format = sniffFormat(bytes);
    QVERIFY(format);
    if (plan.size.pixels && *format != ImageFormat::Svg) {
        QCOMPARE(QImage::fromData(bytes).size(), *plan.size.pixels);
    }
}

void ImagesVendorTest::everyOfferIsAccepted_data()
{
    QTest::addColumn<QString>("offer");
    QTest::addColumn<SizeRequest>("size");
    const QList<std::pair<const char *, SizeRequest>> sizes {
        {"nothing", {}},
        {"1000x700", {QSize(1000, 700), {}, {}, false}},
        {"9:19.5 2K", {{}, AspectRatio {6, 13}, ResolutionTier::TwoK, false}},
        {"10:1", {{}, AspectRatio {10, 1}, {}, false}},
    };
    AdapterRegistry registry;
    registerAdapters(registry);
    QVERIFY(registry.find(m_vendor.id));
    const QStringList offers = catalogOffers(m_vendor.id);
    QVERIFY(offers.size() >= m_vendor.offers);
    for (const QString &offer : offers) {
        for (const auto &[name, size] : sizes) {
            QTest::addRow("%s %s", qPrintable(offer), name) << offer << size;
        }
    }
}

void ImagesVendorTest::everyOfferIsAccepted()
{
    QFETCH(QString, offer);
    QFETCH(SizeRequest, size);
    Request request = asked();
    const Offer served = catalogOffer(offer);
    request.size = size;
    request.seed = 5;
    request.n = 2;
    request.negativePrompt = u"blur"_s;
    request.format = ImageFormat::Png;
    request.tuning.steps = static_cast<int>(std::min(20.0, served.wire.ranges.value(u"steps"_s, {1, 20}).most));
    request.tuning.guidance = 5;
    if (!served.hasMode(u"text-to-image"_s)) {
        request.images = askedWithPictures(1).images;
        if (const std::optional<Operation> only = operationFromName(served.modes.first())) {
            request.operation = *only;
            request.prompt.clear();
        }
    }
    if (served.modes == QStringList {u"inpaint"_s}) {
        request.mask = {pngOf({64, 64}, Qt::transparent), {}};
    }
    isMade(catalogPlan(offer, request));
}

/// Where no size is told, some make a square, whatever they edit.
void ImagesVendorTest::editsKeepTheShape()
{
    const QStringList offers = catalogOffers(m_vendor.id);
    for (const QString &offer : offers) {
        if (!catalogOffer(offer).hasMode(u"image-edit"_s)) {
            continue;
        }
        Request request = asked();
        request.images = {{pngOf({1200, 800}), {}}};
        const CallOutcome outcome = made(catalogPlan(offer, request));
        QVERIFY2(!outcome.media.isEmpty(), qPrintable(offer + u": "_s + outcome.error.value_or(Error()).detail));
        const QSize size = QImage::fromData(outcome.media.first().bytes).size();
        QVERIFY2(haveSameShape(size, {1200, 800}), qPrintable(offer + u' ' + sizeToString(size)));
    }
}

void ImagesVendorTest::troubleIsPaidOnce_data()
{
    QTest::addColumn<Reply>("reply");
    QTest::addColumn<bool>("worked"); ///< the vendor did its work before this answer
    QTest::addColumn<ErrorKind>("kind");
    using enum ErrorKind;
    const auto row = [](const char *name, const Reply &reply, bool worked, ErrorKind kind) {
        QTest::newRow(name) << reply << worked << kind;
    };
    row("busy", Reply::json({}, 503), false, Overloaded);
    row("500", Reply::json({}, 500), true, Upstream);
    row("502", Reply::bytes("<html></html>"_ba, "text/html"_ba, 502), true, Upstream);
    row("504", Reply::json({}, 504), true, Timeout);
    row("lost", Reply::drop(), true, Network);
    row("half", Reply::json({{u"data"_s, u"none of it arrives"_s}}).as(Reply::Behaviour::DropMidBody), true, Network);
    row("nothing in it", Reply::json({}), true, Upstream);
    row("a page", Reply::bytes("<html>hello</html>"_ba, "text/html"_ba), true, Upstream);
}

void ImagesVendorTest::troubleIsPaidOnce()
{
    QFETCH(Reply, reply);
    QFETCH(bool, worked);
    m_standIn->script(u"generation"_s, reply, 1, worked ? Instead::OfAnswer : Instead::OfWork);
    const CallOutcome outcome = made(plainPlan());
    QVERIFY(outcome.error);
    QTEST(outcome.error->kind, "kind");
    QVERIFY(!worked || outcome.error->billing == Billing::MayBeBilled);
    QCOMPARE(m_standIn->calls().size(), 1);
    QCOMPARE(m_standIn->billed(), worked ? 1 : 0);
}

void ImagesVendorTest::errors_data()
{
    QTest::addColumn<ErrorCase>("told");
    for (const ErrorCase &told : m_vendor.errors) {
        QTest::newRow(told.name) << told;
    }
}

void ImagesVendorTest::errors()
{
    QFETCH(ErrorCase, told);
    const Error error = errorOf(read(answerOf(told.status, told.body, told.headers)));
    QCOMPARE(error.kind, told.kind);
    QCOMPARE(error.billing, told.billing);
    QCOMPARE(error.param, told.param);
    QCOMPARE(error.retryAfter,
             told.milliseconds < 0 ? std::nullopt : std::optional(std::chrono::milliseconds(told.milliseconds)));
    QVERIFY(!error.why().isEmpty());
}

void ImagesVendorTest::keyAndAccount()
{
    if (adapter().keyCheck(credentials(m_vendor.key))) {
        QVERIFY(!driveKeyCheck(adapter(), credentials(m_vendor.key)));
        const std::optional<Error> wrong = driveKeyCheck(adapter(), credentials("wrong"_ba));
        QVERIFY(wrong && wrong->kind == ErrorKind::Auth && wrong->billing == Billing::NotBilled);
    }
    const CallOutcome refused = drive(adapter(), plainPlan(), credentials("wrong"_ba));
    QCOMPARE(refused.error.value_or(Error()).kind, ErrorKind::Auth);
    Plan plan = plainPlan();
    plan.offer.providerModel = u"nobody/nothing"_s;
    QCOMPARE(made(plan).error.value_or(Error()).kind, m_vendor.unknownModel);
    m_standIn->setEmptyAccount(true);
    QCOMPARE(made(plainPlan()).error.value_or(Error()).kind, ErrorKind::Funds);
    QCOMPARE(m_standIn->billed(), 0);
}

void ImagesVendorTest::survivesDamage()
{
    QVERIFY(!doneOf(read(answerOf(200, m_vendor.answer))).media.isEmpty());
    const Plan plan = plainPlan();
    const QList<QByteArray> damaged = mutations(m_vendor.answer, 2000);
    for (const QByteArray &body : damaged) {
        const Step step = read(answerOf(200, body), plan);
        QVERIFY(kindOf(step) == "done"_L1 ? hasOnlyUsableImages(doneOf(step)) : kindOf(step) == "failed"_L1);
    }
}

} // namespace lightwell::test
