// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace lightwell::svg {

/// What is drawn when every `use` is followed, told without following one twice: ten levels of ten are ten steps.
class ReferenceGraph
{
public:
    /// What drawing an element means: itself, or with all that it holds and shows.
    struct Cost
    {
        qint64 drawn = 0; ///< elements
        qint64 work = 0; ///< numbers, letters …
    };

    /// An element within another (-1: the outermost). Yields its number.
    int add(int parent, Cost own);
    void name(int element, const QString &id); ///< the first element of a name keeps it
    [[nodiscard]] bool hasName(const QString &id) const { return m_names.contains(id); }
    void addWork(int element, qint64 work);
    void show(int element, const QString &id); ///< the element shows, or continues, the one of this name

    /// All of it. Nothing for a cycle, and for chains that are longer than `maxDepth`. Sums stop at 2^62.
    [[nodiscard]] std::optional<Cost> total(int maxDepth);

private:
    enum class State { New, Open, Done };
    struct Node
    {
        Cost cost;
        QList<int> children;
        QString shows;
        State state = State::New;
        int height = 0;
    };
    [[nodiscard]] bool settle(int element, int depth, int maxDepth);

    QList<Node> m_nodes;
    QHash<QString, int> m_names;
};

} // namespace lightwell::svg
