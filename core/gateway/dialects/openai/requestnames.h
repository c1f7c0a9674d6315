// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/model/error.h"

#include <QJsonObject>

#include <optional>

/// What a client may call things, checked at the door: before a body is read, anything is kept or repeated.
namespace lightwell::openai {

/// A name of a model that is too long, or holds what a terminal would obey or nobody would see. The message does not
/// repeat it.
[[nodiscard]] std::optional<Error> faultInModelName(const QString &name);

/// Headers and query of a request: an Idempotency-Key is one text of 1 to 255 printable ASCII characters, and what
/// switches something is true or false, nothing else. A mistyped wish for a price or for strictness would cost money;
/// so dryRun in another spelling is a fault, too, also where a semicolon hides it.
[[nodiscard]] std::optional<Error> faultInHead(const GatewayRequest &request);

/// `fields` are those of a body that have no meaning here. The wish for the price only, or for strictness, has its
/// place in query and head: in a body, in whatever spelling and however deep, it is a fault.
[[nodiscard]] std::optional<Error> faultInFieldNames(const QJsonObject &fields);

} // namespace lightwell::openai
