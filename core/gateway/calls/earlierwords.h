// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/generation.h"
#include "core/model/result.h"

/// Calls to text models that an earlier run of the program has begun, and whose words nobody has any more: what a
/// repetition of one is told. It is never begun once more.
namespace lightwell::earlierwords {

/// The generation as it failed whoever repeats its call. Where it completed it is paid, and `notKept` is why its words
/// are gone (ANSWER_NOT_KEPT); where the program ended meanwhile nobody knows its end (CALL_INTERRUPTED); one that
/// still runs elsewhere may yet end. Other ends stay as they are.
[[nodiscard]] Generation withoutWords(Generation found, const Reason &notKept);
/// It completed, but what is kept of it cannot be read now: whoever asks again may get it, for free.
[[nodiscard]] Generation unread(Generation found, const Error &why);

} // namespace lightwell::earlierwords
