// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell::test {

/// A small PNG of one colour.
[[nodiscard]] QByteArray pngOf(QSize size, const QColor &colour = Qt::darkCyan);

/// A PNG that does not compress: large enough to be read as a large answer.
[[nodiscard]] QByteArray noisyPng(QSize size);

/// Offers as the catalog holds them, with everything an adapter reads.
[[nodiscard]] Offer openAiOffer(); ///< "gpt-image-2.6-flare": free sizes, all fields, prices per token
[[nodiscard]] Offer compatibleOffer(); ///< "own-model": n, size and seed only, no price
[[nodiscard]] Offer geminiOffer(); ///< "gemini-3-pro-image": ratios, 1K to 4K, prices per token

/// A plan with one call of one picture of the offer's first format.
[[nodiscard]] Plan planFor(const Offer &offer, const QString &prompt = QStringLiteral("a red fox"));

[[nodiscard]] HttpResponse answerOf(int status, const QByteArray &body, const QList<HttpHeader> &headers = {});

/// The error of a step that failed; an Error with an empty message if it did not.
[[nodiscard]] Error errorOf(const Step &step);

} // namespace lightwell::test
