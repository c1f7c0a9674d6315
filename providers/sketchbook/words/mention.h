// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/sketchbook/words/subject.h"

#include <QColor>

#include <optional>

namespace lightwell::sketchbook {

/// A subject the prompt names, with what stands before it: "three red balloons".
struct Mention
{
    Subject subject;
    int count = 1;
    std::optional<QColor> colour;
};

} // namespace lightwell::sketchbook
