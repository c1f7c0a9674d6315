// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/sketchbook/sketch.h"

#include "providers/sketchbook/painting.h"

namespace lightwell::sketchbook {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 seed = 482910;

std::optional<Style> styleOf(const QString &model)
{
    if (model == "sketchbook-scene"_L1) {
        return Style::Scene;
    }
    if (model == "sketchbook-pattern"_L1) {
        return Style::Pattern;
    }
    return model == "sketchbook-poster"_L1 ? std::optional(Style::Poster) : std::nullopt;
}

} // namespace

QImage sketch(const QString &model, const QString &prompt, QSize size)
{
    const std::optional<Style> style = styleOf(model);
    if (!style) {
        return {};
    }
    Order order;
    order.style = *style;
    order.prompt = prompt;
    order.size = size;
    return paint(order, seed);
}

} // namespace lightwell::sketchbook
