// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace lightwell {

/// One file of a model list.
struct CatalogFile
{
    QString name; ///< as it is told: "offers/fal.json"; empty: whoever asked knows which
    QByteArray text;
};

} // namespace lightwell
