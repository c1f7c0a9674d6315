// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// How large the database becomes with what is kept of each generation.
#include "core/journal/journal.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

/// An offer as large as those of the catalog are.
Offer offerOf(int kind)
{
    Offer offer;
    offer.provider = u"openai"_s;
    offer.model = u"gpt-image-%1"_s.arg(kind);
    offer.providerModel = u"gpt-image-%1"_s.arg(kind);
    offer.modes = {u"text-to-image"_s, u"image-edit"_s};
    offer.formats = {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp};
    for (const QString &name : {u"prompt"_s, u"n"_s, u"size"_s, u"quality"_s, u"background"_s, u"output_format"_s}) {
        offer.fields.insert(name, name);
    }
    for (const QString &quality : {u"low"_s, u"medium"_s, u"high"_s}) {
        for (const QSize size : {QSize(1024, 1024), QSize(1024, 1536), QSize(1536, 1024)}) {
            PriceLine line;
            line.usd = 0.011;
            line.quality = quality;
            line.size = size;
            offer.prices.append(line);
        }
    }
    offer.priceSource = u"https://example.com/pricing"_s;
    offer.priceDate = u"2026-10"_s;
    return offer;
}

PlannedParameter passed(const QString &name, const QJsonValue &value)
{
    PlannedParameter parameter;
    parameter.name = parameter.wireName = name;
    parameter.treatment = Treatment::Passed;
    parameter.asked = parameter.sent = value;
    return parameter;
}

/// One call of a gateway client, as the engine has it before it is sent.
Generation paidCall(int number)
{
    Generation generation;
    generation.id = u"gen_"_s + QUuid::createUuid().toString(QUuid::Id128);
    generation.request.model = u"openai/gpt-image-1"_s;
    generation.request.prompt = u"a lighthouse on a cliff at dusk, number %1, painted in oil"_s.arg(number);
    generation.request.size.pixels = QSize(1024, 1024);
    generation.request.quality = u"medium"_s;
    generation.origin = {Origin::Kind::Gateway, u"cl_0123456789abcdef"_s};
    generation.origin.fingerprint = (QUuid::createUuid().toString(QUuid::Id128) + QString(32, u'f'));
    generation.status = GenerationStatus::Running;
    generation.createdAt = QDateTime::fromMSecsSinceEpoch(1'795'000'000'000 + number, Qt::UTC);
    generation.estimate = Money::fromMicros(11'000);
    Plan plan;
    plan.request = generation.request;
    plan.offer = offerOf(number % 3);
    plan.size = {QSize(1024, 1024), {}, {}, QSize(1024, 1024)};
    plan.quality = u"medium"_s;
    plan.calls = {{1, {}}};
    plan.parameters = {passed(u"prompt"_s, generation.request.prompt), passed(u"size"_s, u"1024x1024"_s),
                       passed(u"quality"_s, u"medium"_s)};
    EstimateLine line;
    line.billableQuantity = 1;
    line.unitUsd = 0.011;
    line.total = generation.estimate;
    plan.estimate = {generation.estimate, {line}};
    generation.plan = plan;
    Attempt attempt;
    attempt.provider = plan.offer.provider;
    attempt.providerModel = plan.offer.providerModel;
    attempt.status = GenerationStatus::Running;
    attempt.startedAt = generation.createdAt;
    generation.attempts = {attempt};
    return generation;
}

Generation ended(Generation generation)
{
    Picture picture;
    picture.id = QUuid::createUuid().toString(QUuid::Id128) + QUuid::createUuid().toString(QUuid::Id128);
    picture.size = QSize(1024, 1024);
    picture.bytes = 1'234'567;
    picture.path = u"/home/ada/.local/share/lightwell/media/%1/%2.png"_s.arg(picture.id.left(2), picture.id);
    generation.pictures = {picture};
    generation.status = GenerationStatus::Completed;
    generation.cost = generation.estimate;
    generation.endedAt = generation.createdAt.addSecs(4);
    Attempt &attempt = generation.attempts.last();
    attempt.status = GenerationStatus::Completed;
    attempt.cost = generation.cost;
    attempt.endedAt = generation.endedAt;
    return generation;
}

} // namespace

class TestJournalGrowth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPaidCallIsSmall()
    {
        constexpr int calls = 1000;
        const auto store = Store::open(u":memory:"_s);
        QVERIFY(store.ok());
        Journal journal(**store);
        const auto bytes = [&store] {
            const auto read = [](Database &database, const QString &what) {
                Result<Rows> rows = execute(database, u"PRAGMA "_s + what);
                return rows && rows.value().next() ? rows.value().value(0).toLongLong() : -1;
            };
            return (*store)
                ->run([read](Database &database) {
                    return read(database, u"page_count"_s) * read(database, u"page_size"_s);
                })
                .result();
        };
        const qint64 before = bytes();
        for (int number = 0; number < calls; ++number) {
            const Generation generation = paidCall(number);
            Ledger::Entry money;
            money.provider = generation.plan->offer.provider;
            money.model = generation.plan->offer.model;
            money.client = generation.origin.client;
            money.estimate = generation.estimate;
            QVERIFY(journal.beginAttempt(generation, 0, money, generation.createdAt).result().ok());
            const Generation done = ended(generation);
            const auto ending = journal.endAttempt(done, 0, Journal::Settlement::Settle, done.cost, 1);
            QVERIFY(ending.result().ok());
            if (number == calls / 2) {
                QCOMPARE(journal.find(done.id).result()->pictures, done.pictures);
            }
        }
        const qint64 each = (bytes() - before) / calls;
        qInfo("%lld bytes a generation", each);
        QVERIFY2(each < maxBytes, qPrintable(QString::number(each)));
    }

private:
    static constexpr qint64 maxBytes = 1500;
};

QTEST_GUILESS_MAIN(TestJournalGrowth)
#include "test_journalgrowth.moc"
