// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// What DashScope's word for an error means; nothing: its status says as much.
[[nodiscard]] std::optional<ErrorKind> alibabaErrorKind(const QString &code);

/// The pictures of an answer's "output", in either form; one that failed has no link.
[[nodiscard]] QList<ProducedMedia> alibabaPictures(const QJsonObject &output, const QString &prompt);

/// What says why: of the whole task, or of the first picture that failed. Empty: nothing does.
[[nodiscard]] QJsonObject alibabaFailure(const QJsonObject &output);

} // namespace lightwell
