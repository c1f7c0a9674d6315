// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testserver.h"

namespace lightwell::test {

/// What may come to a question that costs nothing, and says nothing of what was asked.
struct OddAnswer
{
    QByteArray name;
    Reply reply;
};

[[nodiscard]] QList<OddAnswer> oddAnswers();

} // namespace lightwell::test
