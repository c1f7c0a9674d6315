// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// The pictures of an answer, without the sheet of all of them that may come first and the drawings of extensions that
/// may come last, with the seeds that `info`, a text of JSON, tells.
[[nodiscard]] Step automatic1111Pictures(const HttpResponse &response, int asked, const QString &provider);
[[nodiscard]] Step automatic1111Upscaled(const HttpResponse &response, const QString &provider);

/// Any answer that is no success. Nothing of it is ever billed.
[[nodiscard]] Error automatic1111Error(const HttpResponse &response, const Offer &offer, const QString &provider,
                                       const QByteArray &key);

/// What its list calls a checkpoint that is meant by a title, a name or a file's name; nothing: it has none of it.
[[nodiscard]] std::optional<QString> automatic1111Checkpoint(const HttpResponse &list, const QString &name);

} // namespace lightwell
