// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"

#include <QString>

#include <optional>

namespace lightwell {

class LiftedJson;

/// A link in a part of a message, for the vendor to fetch: nobody here does.
struct TextLink
{
    QString place; ///< "messages[2].content[1].image_url"
    QString host;

    friend bool operator==(const TextLink &, const TextLink &) = default;
};

/// Looks at the links in a body for text models, wherever OpenAI's APIs and their vendors take pictures, sound, films
/// and files: in the parts of messages, of what tools gave back, and of a prompt's variables. An error, with the place
/// in `param`, where one is neither https, http nor data, cannot be read, or holds a user. Else the first that leads to
/// this machine or its network (isLocalHost()), which nobody outside can fetch; nothing: none does.
[[nodiscard]] Result<std::optional<TextLink>> localLinkIn(const LiftedJson &body);

} // namespace lightwell
