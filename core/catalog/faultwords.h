// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fieldreader.h"

namespace lightwell {

/// What is wrong with a field, as a plain sentence that begins with its place: "models[3].wire.sizeAss is not known;
/// did you mean sizeAs?"
[[nodiscard]] QString faultWords(const FieldFault &fault, const JsonPath &place);

} // namespace lightwell
