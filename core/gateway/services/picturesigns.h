// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace lightwell {

/// Whether the JSON body of a call for pictures may hold some itself, so that reading it decodes them. Looks at nothing
/// but words, in no tree: "image", "mask" or "reference" is in every name under which pictures come
/// (openai/picturenames.h, the parts of a chat), or in the "type" beside them. In other values (a model's name, a
/// prompt) these mean nothing. A body that names a preset may have any field, and so may one with escaped letters.
[[nodiscard]] bool mayHoldPictures(const QByteArray &json);

} // namespace lightwell
