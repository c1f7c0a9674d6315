// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/generationcall.h"

#include <QJsonObject>

namespace lightwell {

/// What a call asks for by the names of OpenAI's and Lumenfall's fields, whichever way it was written: an alias is the
/// model, "auto" is nothing, 1:1 is aspect_ratio, pictures are hashes of their bytes. What is not said is absent. How
/// the answer is delivered (response_format, stream) is no part of it. `model` is the model's own name. Pure; takes a
/// moment for pictures.
[[nodiscard]] QJsonObject callFields(const GenerationCall &call, const QString &model);

/// Whether a field only words a wish, or says who has it: recordings match without it.
[[nodiscard]] bool isCosmeticField(const QString &name);
/// Whether a call may have it: one of ours, whether or not it is said in these, or one of these.
[[nodiscard]] bool isCallField(const QString &name, const QJsonObject &fields);

/// SHA-256 of all of them. Equal calls have it, and none else.
[[nodiscard]] QByteArray hashOfFields(const QJsonObject &fields);

} // namespace lightwell
