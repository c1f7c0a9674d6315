// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

#include <memory>

namespace lightwell {

/// ByteDance's Seedream models at BytePlus ModelArk, in a dialect of OpenAI's (as @ai-sdk/bytedance 1.0.29 speaks it):
/// one route for everything, pictures to work on as a data URL or a list of them in "image". An entry of the answer may
/// be an error in the place of a picture; these are not billed. The same API stands in China under another address.
///
/// Unconfirmed: whether models from 4.0 on heed the seed they take, and the exact codes of limits, so that these are
/// told by the status too.
///
/// More than the 80 lines of an OpenAI-like vendor, since errors may stand among the pictures, and have codes of their
/// own.
[[nodiscard]] std::unique_ptr<Adapter> bytePlusAdapter();

} // namespace lightwell
