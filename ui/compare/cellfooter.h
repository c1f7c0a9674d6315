// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"

#include <QWidget>

namespace lightwell {

class Button;
class EmulationMark;
class TextLabel;
struct CompareCell;

/// Under a picture: time, provider, cost, what was changed on the way, and what can be done with it.
class CellFooter : public QWidget
{
    Q_OBJECT
public:
    CellFooter(const QString &objectName, const QString &modelName, QWidget *parent = nullptr);
    /// `provider` is its name.
    void show(const CompareCell &cell, const QString &provider, const Names &names);
    [[nodiscard]] Button *moreButton() const { return m_more; }

Q_SIGNALS:
    void saveWanted();
    void copyWanted();
    void menuWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showBill(const CompareCell &cell);
    void setTime(const QString &time, const QString &provider);
    void fitTime();
    void showMark(const CompareCell &cell, const Names &names);
    QString m_timeAlone; ///< without the provider
    QString m_timeWhole;
    TextLabel *m_time;
    TextLabel *m_cost;
    TextLabel *m_detail;
    EmulationMark *m_mark;
    Button *m_save;
    Button *m_copy;
    Button *m_more;
    bool m_done = false;
    bool m_besideMark = true; ///< the detail may stand beside the mark
};

} // namespace lightwell
