// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapter/adapter.h"

namespace lightwell {

/// In bytes. What is shorter is no secret but any word, as servers of one's own take it.
inline constexpr qsizetype shortestSecretKey = 16;

/// The step without the keys (secretsOf()) that an answer repeats, whoever reads it and wherever it stands there: in
/// errors, in what is kept of a job, in words and counters beside a picture. Requests are as they were. A shorter
/// key than shortestSecretKey stays.
[[nodiscard]] Step withoutKey(Step step, const QByteArrayList &keys);
[[nodiscard]] Error withoutKey(const Error &error, const QByteArrayList &keys);

} // namespace lightwell
