// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/dialects/bodyfields.h"
#include "core/gateway/dialects/openai/callbody.h"
#include "core/model/request.h"

namespace lightwell::openai {

/// Takes the reference pictures and the mask of a call, as data URLs or base64 in fields of all the names they are sent
/// under (picturenames.h) and as files of a form, and makes them what may leave for a vendor (preparedInput()). Links
/// (core/net/inputlink.h) are never followed: they go on as they are. None is
/// ever passed over: what cannot be taken is a mistake. The same picture under two names counts once.
void takePictures(BodyFields &fields, const QList<FormPicture> &files, Request &request);

} // namespace lightwell::openai
