// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The message of every offer of the catalog can be shown, and no key is in it: not even the one that stands in for it.
#include "core/adapter/adapterregistry.h"
#include "core/catalog/catalog.h"
#include "core/engine/pictureconversation.h"
#include "core/explain/placeholdercredentials.h"
#include "core/explain/sentmessage.h"
#include "providers/registry.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);

InputImage pictureOf(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    for (int x = 0; x < size.width(); ++x) {
        image.setPixel(x, x % size.height(), qRgb(x % 256, (x * 7) % 256, 90)); // too much to be a short text
    }
    InputImage input;
    QBuffer buffer(&input.bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return input;
}

Request requestFor(const Offer &offer)
{
    Request request;
    request.model = offer.id();
    request.prompt = u"A lighthouse on a rocky coast at dusk"_s;
    if (!offer.hasMode(u"text-to-image"_s)) {
        request.images = {pictureOf({512, 512})};
    }
    for (const Operation operation : {Operation::Upscale, Operation::RemoveBackground, Operation::Vectorize}) {
        if (offer.hasMode(modeFor(operation)) && !offer.hasMode(u"image-edit"_s) && !request.images.isEmpty()) {
            request.operation = operation;
        }
    }
    return request;
}

/// What is open may be painted anew.
InputImage maskOf(QSize size)
{
    QImage image(size, QImage::Format_ARGB32);
    image.fill(Qt::black);
    for (int x = 0; x < size.width() / 2; ++x) {
        image.setPixel(x, size.height() / 2, 0);
    }
    InputImage input;
    QBuffer buffer(&input.bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return input;
}

/// With a picture and a mask where it does nothing without them.
Result<Plan> planFor(const Catalog &catalog, const Offer &offer)
{
    Request request = requestFor(offer);
    Result<Plan> plan = catalog.plan(request, offer);
    if (!plan) {
        request.images = {pictureOf({512, 512})};
        request.mask = maskOf({512, 512});
        plan = catalog.plan(request, offer);
    }
    return plan;
}

QString allOf(const SentMessage &message)
{
    return message.address + message.headers.join(u'\n') + message.body;
}

} // namespace

class TestSentMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOfferOfTheCatalog_data();
    void everyOfferOfTheCatalog();
    void theUsersAddressStandsInIt();
    void picturesAreNotShown_data();
    void picturesAreNotShown();
    void findsFieldsWhereverTheyLie();

private:
    AdapterRegistry m_adapters;
    Catalog m_catalog = Catalog::builtIn();
};

void TestSentMessage::initTestCase()
{
    registerAdapters(m_adapters);
}

void TestSentMessage::everyOfferOfTheCatalog_data()
{
    QTest::addColumn<Offer>("offer");
    for (const Model &model : m_catalog.models()) {
        for (const Offer &offer : model.offers) {
            QTest::newRow(qPrintable(offer.id())) << offer;
        }
    }
}

void TestSentMessage::everyOfferOfTheCatalog()
{
    QFETCH(Offer, offer);
    const Adapter *adapter = m_adapters.find(offer.provider);
    QVERIFY(adapter);
    const Result<Plan> plan = planFor(m_catalog, offer);
    if (!plan) {
        QSKIP("it needs more than words, a picture and a mask");
    }
    const Credentials credentials = placeholderCredentials(adapter->info(), {}, noon);
    const Result<SentMessage> message =
        sentMessage(*adapter, planForVendor(*plan), plan->calls.constFirst(), credentials);
    QVERIFY2(message.ok(), message.ok() ? "" : qPrintable(message.error().why().code));
    QVERIFY(QUrl(message->address).isValid());
    QVERIFY(!message->method.isEmpty());
    QVERIFY2(!allOf(*message).contains(u"your-key"_s), qPrintable(allOf(*message)));
    QVERIFY2(!allOf(*message).contains(u"your-token"_s), qPrintable(allOf(*message)));
    for (const QString &header : message->headers) {
        QVERIFY2(!header.startsWith(u"authorization"_s, Qt::CaseInsensitive), qPrintable(header));
    }
    if (message->isPreparation) {
        return;
    }
    for (const PlannedParameter &parameter : plan->parameters) {
        if (parameter.name == "prompt"_L1 && parameter.treatment != Treatment::Dropped) {
            QVERIFY2(message->body.contains(plan->request.prompt.left(20)), qPrintable(message->body));
        }
    }
}

void TestSentMessage::theUsersAddressStandsInIt()
{
    const Adapter *adapter = m_adapters.find(u"openai"_s);
    const QUrl own(u"https://me:secret@proxy.example/openai?token=abc#x"_s);
    const Credentials credentials = placeholderCredentials(adapter->info(), own, noon);
    const Offer offer = m_catalog.resolve(u"openai/gpt-image-2"_s)->offers.constFirst();
    const Result<Plan> plan = m_catalog.plan(requestFor(offer), offer);
    const Result<SentMessage> message = sentMessage(*adapter, *plan, plan->calls.constFirst(), credentials);
    QVERIFY(message.ok());
    QCOMPARE(message->address, u"https://proxy.example/openai/v1/images/generations"_s);
}

void TestSentMessage::picturesAreNotShown_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("as a form") << u"openai/gpt-image-2"_s;
    QTest::newRow("as base64") << u"google-gemini/gemini-3-pro-image"_s;
    QTest::newRow("as a data URL") << u"fal/seedream-4.5"_s;
}

void TestSentMessage::picturesAreNotShown()
{
    QFETCH(QString, name);
    const Result<Resolution> found = m_catalog.resolve(name);
    QVERIFY(found.ok());
    const Offer offer = found->offers.constFirst();
    Request request = requestFor(offer);
    request.images = {pictureOf({640, 480})};
    const Result<Plan> plan = m_catalog.plan(request, offer);
    QVERIFY(plan.ok());
    const Adapter *adapter = m_adapters.find(offer.provider);
    const Result<SentMessage> message =
        sentMessage(*adapter, *plan, plan->calls.constFirst(), placeholderCredentials(adapter->info(), {}, noon));
    QVERIFY(message.ok());
    QVERIFY2(message->body.contains(u"(picture)"_s), qPrintable(message->body));
    QVERIFY2(message->body.contains(request.prompt), qPrintable(message->body));
    QVERIFY(!message->body.contains(QString::fromLatin1(request.images.constFirst().bytes.toBase64().left(40))));
    QVERIFY(message->body.size() < 4000);
}

void TestSentMessage::findsFieldsWhereverTheyLie()
{
    SentMessage message;
    message.fields = {{u"prompt"_s, u"a"_s},
                      {u"input"_s, QJsonObject {{u"seed"_s, 7}, {u"deep"_s, QJsonObject {{u"n"_s, 2}}}}},
                      {u"list"_s, QJsonArray {QJsonObject {{u"first"_s, true}}}}};
    QCOMPARE(message.value(u"prompt"_s), QJsonValue(u"a"_s));
    QCOMPARE(message.value(u"seed"_s), QJsonValue(7));
    QCOMPARE(message.value(u"input.seed"_s), QJsonValue(7));
    QCOMPARE(message.value(u"deep.n"_s), QJsonValue(2));
    QCOMPARE(message.value(u"first"_s), QJsonValue(true));
    QVERIFY(message.value(u"nothing"_s).isUndefined());
    QVERIFY(message.value({}).isUndefined());
}

QTEST_GUILESS_MAIN(TestSentMessage)
#include "test_sentmessage.moc"
