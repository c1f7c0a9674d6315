// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/standin.h"

namespace lightwell::test {

/// No vendor at all: answers every request with what it received, to try out the harness itself.
class EchoStandIn : public StandIn
{
protected:
    [[nodiscard]] Reply handle(const Received &request) override;
};

} // namespace lightwell::test
