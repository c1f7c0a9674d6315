// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/export/exportoptions.h"

#include <QWidget>

class QCheckBox;

namespace lightwell {

/// What files say of how they were made.
class KeptPanel : public QWidget
{
    Q_OBJECT
public:
    explicit KeptPanel(QWidget *parent = nullptr);
    void fill(ExportOptions &options) const;
    void show(const ExportOptions &options); ///< silent

Q_SIGNALS:
    void edited();

private:
    QCheckBox *m_recipe;
    QCheckBox *m_date;
    QCheckBox *m_label;
};

} // namespace lightwell
