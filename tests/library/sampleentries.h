// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/journal.h"

namespace lightwell::test {

/// A generation as somebody made it, for the collection.
struct SampleEntry
{
    QString prompt = {};
    QString model = QStringLiteral("sketchbook-scene");
    QString provider = QStringLiteral("sketchbook");
    QString project = {};
    QList<Picture> pictures = {};
    QList<InputImage> inputs = {};
    Money cost = Money::fromMicros(30'000);
    QDateTime createdAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
    Origin::Kind origin = Origin::Kind::Window;
    Request asked = {}; ///< the rest of it
};

[[nodiscard]] inline Generation sampleGeneration(const QString &id, const SampleEntry &sample)
{
    Generation generation;
    generation.id = id;
    generation.request = sample.asked;
    generation.request.prompt = sample.prompt;
    generation.request.model = sample.model;
    generation.request.images = sample.inputs;
    generation.origin.kind = sample.origin;
    generation.origin.project = sample.project;
    generation.status = GenerationStatus::Completed;
    generation.createdAt = sample.createdAt;
    generation.endedAt = sample.createdAt.addSecs(5);
    generation.estimate = sample.cost;
    generation.cost = sample.cost;
    Plan plan;
    plan.request = generation.request;
    plan.offer.model = sample.model;
    plan.offer.provider = sample.provider;
    generation.plan = plan;
    generation.pictures = sample.pictures;
    return generation;
}

/// One that lies in no file.
[[nodiscard]] inline Picture samplePlace(int number, QSize size = QSize(1024, 768))
{
    Picture picture;
    picture.id = QString::number(number, 16).rightJustified(64, QLatin1Char('0'));
    picture.size = size;
    picture.bytes = 1000;
    return picture;
}

} // namespace lightwell::test
