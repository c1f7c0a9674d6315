// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/journal/journalsample.h"

using namespace Qt::StringLiterals;

namespace lightwell::test {

Generation sampleGeneration(const QString &id)
{
    Generation generation;
    generation.id = id;
    generation.request.model = u"flux.2-pro"_s;
    generation.request.prompt = u"a lighthouse, \"quoted\", ünïcode 🌊"_s;
    generation.request.n = 3;
    generation.request.images = {{QByteArray(300'000, 'a'), u"one.png"_s}, {QByteArray("second"), u"two.png"_s}};
    generation.request.mask = InputImage {QByteArray("mask\0with zero", 14), u"mask.png"_s};
    generation.origin = {Origin::Kind::Gateway, u"cl_1"_s};
    generation.status = GenerationStatus::Running;
    generation.createdAt = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    generation.estimate = Money::fromMicros(90'000);
    Plan plan;
    plan.request = generation.request;
    plan.offer.provider = u"fal"_s;
    plan.offer.model = u"flux.2-pro"_s;
    plan.offer.providerModel = u"fal-ai/flux-2-pro"_s;
    plan.offer.formats = {ImageFormat::Png};
    plan.calls = {{2, 9'007'199'254'740'993}, {1, std::nullopt}}; // a seed that no double can hold
    plan.estimate.total = generation.estimate;
    generation.plan = plan;
    return generation;
}

Ledger::Entry sampleMoney(const Generation &generation)
{
    Ledger::Entry money;
    money.reservation = Ledger::reservationName(generation.id, 1);
    money.generation = generation.id;
    money.provider = u"fal"_s;
    money.model = generation.request.model;
    money.client = generation.origin.client;
    money.estimate = generation.estimate;
    return money;
}

Generation completed(Generation generation)
{
    Picture picture;
    picture.id = QString(64, u'a');
    picture.format = ImageFormat::Webp;
    picture.size = QSize(1344, 576);
    picture.bytes = 12345;
    picture.path = u"/media/aa/picture.webp"_s;
    picture.seed = 7;
    generation.pictures = {picture};
    generation.status = GenerationStatus::Completed;
    generation.cost = Money::fromMicros(80'000);
    generation.endedAt = generation.createdAt.addSecs(4);
    return generation;
}

} // namespace lightwell::test
