// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/standins/vendorinputs.h"
#include "tests/support/multipart.h"

#include <QHash>

namespace lightwell::test {

/// A form as a vendor's own check sees it.
struct FormInput
{
    QJsonObject fields; ///< texts, numbers where the vendor's table has them; a file is the text "file"
    QHash<QString, QList<QByteArray>> files;

    [[nodiscard]] static FormInput read(const Received &request, const VendorInputs &inputs);
    [[nodiscard]] QByteArray file(const QString &field) const { return files.value(field).value(0); } ///< the first
    [[nodiscard]] bool isForm() const { return !fields.isEmpty(); }
    /// The field of a file that is no PNG, JPEG or WebP with `side` pixels at least each way; empty: all are.
    [[nodiscard]] QString notAPicture(int side = 1) const;
};

} // namespace lightwell::test
