// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shortcuts/keyaction.h"

#include <QAbstractTableModel>

#include <optional>

namespace lightwell {

class Keymap;

/// What has keys, under the headings of its groups, with the keys that hold; for a RowTable.
class ShortcutTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { What, Keys, Columns };
    explicit ShortcutTable(const Keymap &keymap, QObject *parent = nullptr);
    void setWords(const QString &words); ///< only what has all of them in its name, its group or its keys
    [[nodiscard]] std::optional<KeyAction> actionAt(int row) const; ///< nothing: a heading
    [[nodiscard]] int rowOf(KeyAction action) const; ///< -1: it is not among them
    [[nodiscard]] int firstAction() const; ///< its row; -1: there is none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        KeyGroup group;
        std::optional<KeyAction> action; ///< nothing: the group's heading
    };
    [[nodiscard]] bool fits(const KeyActionInfo &info) const;
    [[nodiscard]] QString keysText(KeyAction action) const;
    void fill();
    const Keymap &m_keymap;
    QStringList m_words;
    QList<Row> m_rows;
};

} // namespace lightwell
