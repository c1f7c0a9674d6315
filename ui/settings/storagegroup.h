// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/settinggroup.h"

class QDoubleSpinBox;

namespace lightwell {

class Banner;
class Button;
class StoreKeeper;
class TextLabel;

/// What the pictures take on the disk, and how much they may. A limit by which pictures go is shown with what goes, and
/// holds only when that was agreed to.
class StorageGroup : public SettingGroup
{
    Q_OBJECT
public:
    explicit StorageGroup(StoreKeeper &keeper, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addUsage();
    void addLimit();
    void take();
    void refresh();
    [[nodiscard]] qint64 wished() const; ///< megabytes; 0: none
    [[nodiscard]] QString whatGoes() const; ///< by the limit that is wished; empty: nothing
    StoreKeeper &m_keeper;
    TextLabel *m_used;
    TextLabel *m_bin;
    Button *m_bringBack;
    QDoubleSpinBox *m_limit;
    Banner *m_banner;
};

} // namespace lightwell
