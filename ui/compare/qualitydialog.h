// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/imageformat.h"

#include <QDialog>

namespace lightwell {

class QualityControl;

/// Asked before a picture is written in another, lossy format than the one it was kept in.
class QualityDialog : public QDialog
{
    Q_OBJECT
public:
    QualityDialog(ImageFormat format, ImageFormat kept, int quality, QWidget *parent = nullptr);
    [[nodiscard]] int quality() const; ///< 0 to 100

private:
    QualityControl *m_quality;
};

} // namespace lightwell
