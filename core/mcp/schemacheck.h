// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace lightwell::mcp {

/// What is wrong with a value by a schema, as a sentence that names the place; nothing: it fits. Of JSON Schema (draft
/// 2020-12) what the tools' schemas use: type, enum, properties, required, additionalProperties: false, items,
/// minimum, maximum, minLength, maxLength, minItems, maxItems. A keyword it does not know is a fault of the schema.
[[nodiscard]] std::optional<QString> faultBySchema(const QJsonValue &value, const QJsonObject &schema,
                                                   const QString &place = {});

} // namespace lightwell::mcp
