// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/http/httpmessage.h"
#include "core/model/liftedjson.h"

#include <functional>

namespace lightwell::openai {

/// A picture that came as a file of a form. `content` points into the request's body.
struct FormPicture
{
    bool isMask = false;
    QByteArray content;
};

/// The body of a call, whichever form it came in.
struct CallBody
{
    LiftedJson fields;
    QList<FormPicture> pictures;
};

[[nodiscard]] Result<CallBody> readJsonBody(const QByteArray &body);

/// multipart/form-data: files become pictures, all else fields. Numbers and truth become what they are in JSON, except
/// in fields that are words. A name that comes twice is refused, but for "name[]", which is a list.
[[nodiscard]] Result<CallBody> readForm(const GatewayRequest &request);

/// What makes two bodies the same: the fields and files of a form, whatever boundary they came with; else the bytes.
/// `add` gets them piece by piece.
void forEachPiece(const GatewayRequest &request, const std::function<void(const QByteArray &)> &add);

} // namespace lightwell::openai
