// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace lightwell::test {

/// Endpoints with the same inputs. A prompt is required of all, unless "prompt" stands among the fields (as it says
/// there) or "-prompt" (there is none). Both lists are separated by spaces. A field is its name, with "!" where it must
/// be there, with "=a|b" where only these words are legal (first the default, "~" stands for a space) and with "=1..4"
/// where a number is bound.
struct VendorTableRow
{
    const char *endpoints;
    const char *fields;
};

[[nodiscard]] std::span<const VendorTableRow> vendorTable(const QString &provider);

} // namespace lightwell::test
