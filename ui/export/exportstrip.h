// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace lightwell {

class ExportItems;

/// The pictures of an export side by side, one of which is looked at.
class ExportStrip : public QListView
{
    Q_OBJECT
public:
    static constexpr QSize thumbnail {54, 40};
    explicit ExportStrip(ExportItems &items, QWidget *parent = nullptr);
    void setRow(int row); ///< silent
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

Q_SIGNALS:
    void chosen(int row);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    bool m_isSilent = false;
};

} // namespace lightwell
