// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/order.h"

#include <QJsonObject>

#include <variant>

namespace lightwell::sketchbook {

/// Why the studio will not take an order; becomes {"error": {…}} with `status`.
struct Refusal
{
    int status = 400;
    QString code;
    QString message;
    QString param;
};

/// Reads the body of POST /v1/paintings as strictly as any vendor: unknown fields, wrong types and values outside
/// the model's rules are refused, never bent.
[[nodiscard]] std::variant<Refusal, Order> readOrder(const QByteArray &body);

/// The answer to GET /v1/models.
[[nodiscard]] QJsonObject describeModels();

/// Pixels of a scene with this ratio; nothing: not one of the eight.
[[nodiscard]] std::optional<QSize> sceneSize(const QString &ratio);

} // namespace lightwell::sketchbook
