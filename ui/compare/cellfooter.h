// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"

#include <QWidget>

class QHBoxLayout;

namespace lightwell {

class Button;
class EmulationMark;
class Keymap;
class TextLabel;
struct CompareCell;

/// Two lines under a picture or what stands in its place: whose it is, what it cost, how it came about, what was
/// changed on the way, and what can be done with it. Of the same height in every state.
class CellFooter : public QWidget
{
    Q_OBJECT
public:
    enum class Naming {
        Here, ///< the model's name is in the first line
        AboveColumn, ///< it stands over the column
    };
    CellFooter(const QString &objectName, const QString &modelName, Naming naming, const Keymap &keymap,
               QWidget *parent = nullptr);
    /// `provider` is its name.
    void show(const CompareCell &cell, const QString &provider, const Names &names);
    void showStar(bool isThere, bool isStarred); ///< whether pictures can have one; this one has it
    [[nodiscard]] Button *moreButton() const { return m_more; }
    [[nodiscard]] Button *cancelButton() const { return m_cancel; }
    [[nodiscard]] QList<QWidget *> tools() const; ///< all buttons, shown or not

Q_SIGNALS:
    void cancelWanted();
    void starWanted();
    void saveWanted();
    void copyWanted();
    void menuWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showBill(const CompareCell &cell);
    void showMark(const CompareCell &cell, const Names &names);
    void fit(); ///< says as much as there is room for
    Naming m_naming;
    const Keymap &m_keymap;
    QStringList m_facts; ///< of the second line, those first that may be left out first
    QStringList m_about; ///< of the first line in columns, likewise from the end
    QHBoxLayout *m_second; ///< the line
    TextLabel *m_title;
    TextLabel *m_cost;
    TextLabel *m_detail;
    EmulationMark *m_mark;
    Button *m_cancel;
    Button *m_star;
    Button *m_save;
    Button *m_copy;
    Button *m_more;
    bool m_done = false;
    bool m_canHaveStar = false;
    QString m_modelName;
};

} // namespace lightwell
