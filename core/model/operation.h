// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace lightwell {

/// What is to be done, as far as the pictures and words of a request do not say it.
enum class Operation {
    Create, ///< a picture from words; with reference pictures or a mask an edit of them
    Vary, ///< alike, but another one; needs no prompt
    Upscale, ///< the same with more pixels, by Tuning::scaleFactor or the vendor's own
    RemoveBackground, ///< the same with everything but its subject transparent
    Vectorize, ///< the same as a drawing (SVG)
};

[[nodiscard]] QString operationName(Operation operation); ///< "create", "vary", "upscale", "remove-background", …
[[nodiscard]] std::optional<Operation> operationFromName(const QString &name);
/// The word of core/model/modes.h an offer needs for it; empty for Create, which several serve.
[[nodiscard]] QString modeFor(Operation operation);

} // namespace lightwell
