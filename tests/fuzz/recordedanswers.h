// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/http.h"

namespace lightwell::fuzz {

/// The answers of a vendor in the order they came, as seeds write them down: a line with the status ("200"), headers a
/// line each, an empty line, the body; a line "%%%" between two answers. Anything can be read so: whatever is missing
/// is empty, and a status that is none is 200.
[[nodiscard]] QList<HttpResponse> recordedAnswers(const QByteArray &text);

} // namespace lightwell::fuzz
