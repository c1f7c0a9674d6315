// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapter/adapterregistry.h"
#include "core/catalog/catalog.h"
#include "core/planning/planner.h"
#include "core/wording/wording.h"
#include "providers/common/flatbody.h"
#include "providers/registry.h"
#include "tests/providers/drive.h"
#include "tests/providers/jobvendors.h"
#include "tests/standins/alibaba.h"
#include "tests/standins/vendorinputs.h"

#include <QJsonArray>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Every offer of the built-in catalog that the adapters with jobs serve becomes a request made of its fields only.
class TestJobCatalog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersBecomeRequests_data();
    void offersBecomeRequests();
    void mostInputsAreConfirmed();
    void otherModelsAreCalledForPictures();
    void nobodyIsToldWhatItsAdapterDoesNotRead();
};

namespace {

/// What the vendor documents of what is called: the longest part of the path that its table knows, or `model`, as the
/// body names it.
std::optional<VendorInputs> documentedInputs(const QString &vendor, const QUrl &url, const QString &model)
{
    const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    for (qsizetype length = parts.size(); length > 0; --length) {
        for (qsizetype first = 0; first + length <= parts.size(); ++first) {
            if (auto found = VendorInputs::find(vendor, parts.mid(first, length).join(u'/'))) {
                return found;
            }
        }
    }
    return VendorInputs::find(vendor, model);
}

/// What is said of the picture, by the fields' whole paths.
QJsonObject inputsIn(const QString &vendor, const QByteArray &sent)
{
    if (vendor == "runware"_L1) {
        QJsonObject task = VendorInputs::flat(QJsonDocument::fromJson(sent).array().first().toObject());
        for (const QString &field : {u"taskType"_s, u"taskUUID"_s, u"deliveryMethod"_s, u"includeCost"_s}) {
            task.remove(field); // of every task
        }
        return task;
    }
    const QJsonObject body = jsonOf(sent);
    if (vendor == "alibaba"_L1) {
        return AlibabaStandIn::fieldsOf(body);
    }
    if (vendor == "novita"_L1) {
        return VendorInputs::flat(body);
    }
    if (vendor == "leonardo"_L1) {
        QJsonObject fields = VendorInputs::flat(body);
        if (fields.contains("modelId"_L1)) {
            fields.insert("model"_L1, fields.take("modelId"_L1));
        }
        return fields;
    }
    return vendor == "replicate"_L1 ? body.value("input"_L1).toObject() : body;
}

} // namespace

void TestJobCatalog::offersBecomeRequests_data()
{
    QTest::addColumn<QString>("vendor");
    QTest::addColumn<QString>("model");
    for (const QString &vendor : JobVendor::names()) {
        int offers = 0;
        const QList<Model> models = Catalog::builtIn().models();
        for (const Model &model : models) {
            for (const Offer &offer : model.offers) {
                if (offer.provider == vendor) {
                    QTest::addRow("%s %s", qPrintable(vendor), qPrintable(offer.providerModel))
                        << vendor << QString(vendor + u'/' + offer.providerModel);
                    ++offers;
                }
            }
        }
        QVERIFY(offers >= JobVendor::fewestOffers(vendor));
    }
}

void TestJobCatalog::offersBecomeRequests()
{
    QFETCH(QString, vendor);
    QFETCH(QString, model);
    const JobVendor at(vendor);
    const auto found = Catalog::builtIn().resolve(model);
    QVERIFY(found);
    const Offer offer = found->offers.first();
    QStringList names =
        offer.fields.values() + VendorInputs::flat(offer.wire.constants).keys() + offer.wire.constants.keys();
    names += {u"width"_s, u"height"_s, u"model"_s, u"type"_s, u"parameters.width"_s, u"parameters.height"_s};
    names += vendor == "novita"_L1 ? QStringList {u"request.width"_s, u"request.height"_s, u"request.strength"_s}
                                   : QStringList();
    names += vendor == "stability"_L1 ? QStringList {u"mode"_s} : QStringList();
    names += offer.wire.required;
    names += vendor == "bria"_L1 ? QStringList {u"sync"_s} : QStringList();
    names += vendor == "ideogram"_L1 ? QStringList {u"async"_s} : QStringList();
    for (const bool withPicture : {false, true}) {
        Request request;
        request.prompt = u"a red fox"_s;
        request.size.pixels = QSize(1000, 700);
        request.seed = 5;
        request.negativePrompt = u"blur"_s;
        for (const QString &field : offer.wire.required) {
            request.extra.insert(field, u"the hat"_s);
        }
        if (withPicture) {
            request.images = {{pngOf({64, 64}), {}}};
            request.mask = InputImage {pngOf({64, 64}, Qt::transparent), {}};
        }
        const auto plan = makePlan(request, offer);
        if (!plan) {
            QVERIFY2(!plan.error().param.isEmpty(), qPrintable(wording::sentence(plan.error())));
            continue;
        }
        const Step step = at.adapter->begin(*plan, plan->calls.value(0), at.credentials);
        QCOMPARE(errorOf(step).why(), Reason());
        const HttpRequest sent = requestOf(step);
        QVERIFY(sent.url.isValid() && sent.url.query().isEmpty());
        if (vendor == "leonardo"_L1 && !sent.startsPaidWork) {
            continue; // the picture goes ahead: test_leonardo
        }
        if (!sent.startsPaidWork) {
            QCOMPARE(sent.method, "GET"_ba); // a model without a known version
            QVERIFY(offer.wire.versioned);
            continue;
        }
        const QMap<QString, QString> form = formOf(sent);
        QJsonObject body = form.isEmpty() ? inputsIn(vendor, sent.body) : QJsonObject();
        for (auto part = form.begin(); part != form.end(); ++part) {
            body.insert(part.key(), *part);
        }
        const QStringList fields = body.keys();
        const auto documented = documentedInputs(vendor, sent.url, body.value("model"_L1).toString());
        QVERIFY(documented || !VendorInputs::find(vendor, modelToCall(*plan)));
        for (const QString &field : fields) {
            QVERIFY2(names.contains(field), qPrintable(field));
            const bool isItsModel = vendor == "leonardo"_L1 && field == "model"_L1;
            QVERIFY2(!documented || isItsModel || documented->has(field), qPrintable(field));
        }
        QCOMPARE(body.contains(offer.fields.value(u"prompt"_s)), offer.supports(u"prompt"_s));
    }
}

/// The table of documented inputs covers what is mostly used; what it leaves out is unsure.
void TestJobCatalog::mostInputsAreConfirmed()
{
    QHash<QString, int> confirmed;
    const QList<Model> models = Catalog::builtIn().models();
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            confirmed[offer.provider] += VendorInputs::find(offer.provider, offer.providerModel) ? 1 : 0;
        }
    }
    QVERIFY2(confirmed.value(u"fal"_s) >= 55, qPrintable(QString::number(confirmed.value(u"fal"_s))));
    QVERIFY2(confirmed.value(u"replicate"_s) >= 43, qPrintable(QString::number(confirmed.value(u"replicate"_s))));
    QVERIFY(confirmed.value(u"black-forest-labs"_s) >= 13);
}

/// Whoever names another model for edits has an adapter that calls it.
void TestJobCatalog::otherModelsAreCalledForPictures()
{
    AdapterRegistry registry;
    registerAdapters(registry);
    int called = 0;
    const QList<Model> models = Catalog::builtIn().models();
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            const QString &other = offer.wire.editModel;
            if (other.isEmpty()) {
                continue;
            }
            Request request = wishFor(offer.id());
            request.images = {{pngOf({512, 512}), {}}};
            const Plan plan = catalogPlan(offer.id(), request);
            const Step step =
                registry.find(offer.provider)->begin(plan, plan.calls.first(), {"key-0123456789"_ba, {}, {}});
            const HttpRequest sent = requestOf(step);
            QVERIFY2(sent.url.path().contains(other) || sent.body.contains(other.toUtf8()), qPrintable(offer.id()));
            ++called;
        }
    }
    QVERIFY(called > 10);
}

/// Some of Wire is read by some adapters alone; elsewhere it would count for nothing, in silence.
void TestJobCatalog::nobodyIsToldWhatItsAdapterDoesNotRead()
{
    const QStringList takeUploads {u"openai"_s,    u"azure-openai"_s, u"cloudflare"_s,
                                   u"deepinfra"_s, u"lumenfall"_s,    u"comfyui"_s};
    const QList<Model> models = Catalog::builtIn().models();
    for (const Model &model : models) {
        for (const Offer &offer : model.offers) {
            const Wire &wire = offer.wire;
            QVERIFY2(!wire.versioned || offer.provider == "replicate"_L1, qPrintable(offer.id()));
            QCOMPARE(wire.imageAs == ImageForm::Inline, offer.provider.startsWith("google-"_L1));
            QVERIFY2(wire.imageAs != ImageForm::File || takeUploads.contains(offer.provider), qPrintable(offer.id()));
            QVERIFY2(wire.sizeNames.isEmpty() || offer.supports(u"size"_s), qPrintable(offer.id()));
        }
    }
}

QTEST_GUILESS_MAIN(TestJobCatalog)
#include "test_jobcatalog.moc"
