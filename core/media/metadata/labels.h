// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/ailabels.h"
#include "core/media/metadata/filetexts.h"

namespace lightwell::metadata {

[[nodiscard]] AiLabels labelsIn(const FileTexts &texts);

} // namespace lightwell::metadata
