// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/picturewish.h"

namespace lightwell {
class MediaStore;
}

namespace lightwell::mcp {

/// The request with its pictures, found and made ready to leave (core/media/inputpicture.h), and the fingerprint with
/// them. Reads files and decodes: call it on the thread pool. Links to other computers are never followed:
/// they go on as they are, to providers that take them.
[[nodiscard]] Result<PictureWish> withPictures(PictureWish wish, const Asker &asker, const MediaStore &media);

} // namespace lightwell::mcp
