// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/catalog/catalog.h"
#include "core/planning/planner.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/plans.h"
#include "tests/standins/factory.h"
#include "tests/standins/vendorstandin.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QString first = u"https://pictures.example.org/a.png?X-Sig=0123456789%2Fabcdef&b=c"_s;
const QString second = u"https://pictures.example.org/b.png"_s;
const QString maskLink = u"https://pictures.example.org/mask.png"_s;

/// What stand-ins take for their keys.
const QMap<QString, QByteArray> &keys()
{
    static const QMap<QString, QByteArray> all {{u"alibaba"_s, "sk-alibaba-standin"},
                                                {u"black-forest-labs"_s, "bfl-standin-key"},
                                                {u"bria"_s, "bria-standin-token"},
                                                {u"byteplus"_s, "ark-standin"},
                                                {u"deepinfra"_s, "deepinfra-standin"},
                                                {u"fal"_s, "fal-id:fal-secret"},
                                                {u"fireworks"_s, "fw_standin"},
                                                {u"luma"_s, "luma-api-standin-key"},
                                                {u"minimax"_s, "minimax-standin-key"},
                                                {u"openai"_s, "sk-standin-key"},
                                                {u"openrouter"_s, "sk-or-v1-standin"},
                                                {u"recraft"_s, "recraft-standin-token"},
                                                {u"replicate"_s, "r8_standin"},
                                                {u"runware"_s, "runware-standin-key"},
                                                {u"siliconflow"_s, "sk-siliconflow-standin"},
                                                {u"together"_s, "tgp_v1_standin"},
                                                {u"xai"_s, "xai-standin"}};
    return all;
}

/// How often the text stands in a value, whole.
int countIn(const QJsonValue &value, const QString &text)
{
    int count = value.toString() == text ? 1 : 0;
    const QJsonArray entries = value.toArray();
    for (const QJsonValue entry : entries) {
        count += countIn(entry, text);
    }
    const QJsonObject object = value.toObject();
    for (const QJsonValue field : object) {
        count += countIn(field, text);
    }
    return count;
}

QJsonValue jsonIn(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

InputImage linked(const QString &link, ImageRole role = ImageRole::Reference)
{
    return {.bytes = {}, .name = {}, .role = role, .link = link};
}

/// For each role in which the offer takes links, a wish with one, and with a linked mask where it takes such.
QList<Request> linkedWishes(const Offer &offer)
{
    QList<Request> wishes;
    for (const ImageRole role : {ImageRole::Reference, ImageRole::Style, ImageRole::Character}) {
        const QString parameter = imageRoleParameter(role);
        const bool isTaken = offer.supports(parameter) && offer.wire.links.contains(parameter)
            && (role != ImageRole::Reference || offer.maxInputImages > 0);
        Request request = wishFor(offer.id());
        request.images = {linked(wishes.isEmpty() ? first : second, role)};
        if (role == ImageRole::Reference && offer.supports(u"mask"_s) && offer.wire.links.contains(u"mask"_s)) {
            request.mask = linked(maskLink);
        }
        wishes += isTaken ? QList<Request> {request} : QList<Request>();
    }
    return wishes;
}

} // namespace

/// Links to pictures reach every vendor of the catalog that takes them as they were given, and no other.
class TestLinkedInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { registerAdapters(m_registry); }

    void reachTheVendor_data()
    {
        QTest::addColumn<QString>("provider");
        const QList<Model> models = Catalog::builtIn().models();
        QStringList providers;
        for (const Model &model : models) {
            for (const Offer &offer : model.offers) {
                if (!offer.wire.links.isEmpty() && !providers.contains(offer.provider)) {
                    providers.append(offer.provider);
                    QTest::newRow(qPrintable(offer.provider)) << offer.provider;
                }
            }
        }
        QCOMPARE(QStringList(keys().keys()).size(), providers.size()); // each has a stand-in here
    }
    void reachTheVendor()
    {
        QFETCH(QString, provider);
        const std::unique_ptr<StandIn> standIn = makeStandIn(provider);
        QVERIFY(standIn && keys().contains(provider));
        Credentials credentials;
        credentials.key = keys().value(provider);
        credentials.baseUrl = standIn->baseUrl();
        credentials.extra.insert(u"agents_api_key"_s, credentials.key);
        if (auto *vendor = dynamic_cast<VendorStandIn *>(standIn.get())) {
            vendor->hurry();
            vendor->setPolls(1);
        }
        QStringList made; // one of each form is enough to be driven
        const QStringList offers = catalogOffers(provider);
        for (const QString &id : offers) {
            const Offer offer = catalogOffer(id);
            const QList<Request> wishes = linkedWishes(offer);
            for (const Request &request : wishes) {
                reaches(provider, *standIn, credentials, offer, request, made);
            }
        }
        QVERIFY(!made.isEmpty());
    }

    /// What cannot be uploaded goes by OpenAI's JSON, beside what can be.
    void openAiTakesBothAtOnce()
    {
        const std::unique_ptr<StandIn> standIn = makeStandIn(u"openai"_s);
        Credentials credentials;
        credentials.key = keys().value(u"openai"_s);
        credentials.baseUrl = standIn->baseUrl();
        Request request;
        request.prompt = u"a red fox"_s;
        request.n = 2;
        request.images = {{pngOf({288, 320}), {}}, linked(first)};
        request.mask = linked(maskLink);
        const Plan plan = catalogPlan(u"openai/gpt-image-2"_s, request);
        const CallOutcome outcome = drive(*m_registry.find(u"openai"_s), plan, credentials);
        QVERIFY(!outcome.error);
        QCOMPARE(standIn->calls(u"/v1/images/edits"_s), 1);
        const QJsonObject body = standIn->calls().first().json();
        QCOMPARE(standIn->calls().first().header("Content-Type"), "application/json"_ba);
        QCOMPARE(body.value("n"_L1), QJsonValue(2));
        QVERIFY(body.value("images"_L1)[0]["image_url"_L1].toString().startsWith("data:image/png;base64,"_L1));
        QCOMPARE(body.value("images"_L1)[1]["image_url"_L1].toString(), first);
        QCOMPARE(body.value("mask"_L1)["image_url"_L1].toString(), maskLink);
        // A mask of bytes is written as ever.
        request.mask = InputImage {pngOf({288, 320}, Qt::transparent), {}};
        QVERIFY(
            !drive(*m_registry.find(u"openai"_s), catalogPlan(u"openai/gpt-image-2"_s, request), credentials).error);
        const QString mask = standIn->calls().last().json().value("mask"_L1)["image_url"_L1].toString();
        QVERIFY(mask.startsWith("data:image/png;base64,"_L1));
    }

    /// Vendors name the link that they could not fetch: its signature stays out of what is kept of their words.
    void vendorsWordsHideSignatures()
    {
        const std::unique_ptr<StandIn> standIn = makeStandIn(u"fal"_s);
        auto &vendor = dynamic_cast<VendorStandIn &>(*standIn);
        vendor.script(u"submit"_s, Reply::json({{u"detail"_s, QString(u"Could not fetch "_s + first)}}, 422));
        Credentials credentials;
        credentials.key = keys().value(u"fal"_s);
        credentials.baseUrl = standIn->baseUrl();
        Request request;
        request.prompt = u"a red fox"_s;
        request.images = {linked(first)};
        const CallOutcome outcome =
            drive(*m_registry.find(u"fal"_s), catalogPlan(u"fal/flux-2-pro"_s, request), credentials);
        QVERIFY(outcome.error);
        QVERIFY2(outcome.error->detail.contains("pictures.example.org"_L1), qPrintable(outcome.error->detail));
        QVERIFY(!outcome.error->detail.contains("X-Sig"_L1));
    }

private:
    void reaches(const QString &provider, const StandIn &standIn, const Credentials &credentials, const Offer &offer,
                 const Request &request, QStringList &made) const
    {
        const InputImage &image = request.images.first();
        const QString id = offer.id();
        const Plan plan = catalogPlan(id, request);
        const Step begun = m_registry.find(provider)->begin(plan, plan.calls.first(), credentials);
        const auto *send = std::get_if<Send>(&begun);
        QVERIFY2(send != nullptr, qPrintable(id));
        if (send->request.startsPaidWork) { // else the latest version is asked for first
            QVERIFY2(countIn(jsonIn(send->request.body), image.link) == 1, qPrintable(id));
        }
        const QString form = offer.fields.value(imageRoleParameter(image.role)) + offer.modes.join(u',');
        if (made.contains(form)) {
            return;
        }
        made.append(form);
        const qsizetype before = standIn.calls().size();
        const CallOutcome outcome = drive(*m_registry.find(provider), plan, credentials);
        const Error error = outcome.error.value_or(Error());
        QVERIFY2(!outcome.error, qPrintable(id + u": "_s + error.detail + error.why().code));
        const QList<Received> calls = standIn.calls().mid(before);
        const auto arrived = std::count_if(calls.begin(), calls.end(), [&image](const Received &call) {
            return countIn(jsonIn(call.body), image.link) == 1;
        });
        QVERIFY2(arrived == 1, qPrintable(id));
    }

    AdapterRegistry m_registry;
};

QTEST_GUILESS_MAIN(TestLinkedInputs)
#include "test_linkedinputs.moc"
