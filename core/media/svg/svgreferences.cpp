// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/svg/svgreferences.h"

namespace lightwell::svg {

namespace {

qint64 sum(qint64 one, qint64 other)
{
    constexpr qint64 most = 1LL << 62;
    return one > most - other ? most : one + other;
}

} // namespace

int ReferenceGraph::add(int parent, Cost own)
{
    const int element = int(m_nodes.size());
    m_nodes.append({own, {}, {}, State::New, 0});
    if (parent >= 0) {
        m_nodes[parent].children.append(element);
    }
    return element;
}

void ReferenceGraph::name(int element, const QString &id)
{
    if (!m_names.contains(id)) {
        m_names.insert(id, element);
    }
}

void ReferenceGraph::addWork(int element, qint64 work)
{
    m_nodes[element].cost.work = sum(m_nodes.at(element).cost.work, work);
}

void ReferenceGraph::show(int element, const QString &id)
{
    m_nodes[element].shows = id;
}

bool ReferenceGraph::settle(int element, int depth, int maxDepth)
{
    if (m_nodes.at(element).state == State::Done) {
        return depth + m_nodes.at(element).height <= maxDepth;
    }
    if (m_nodes.at(element).state == State::Open || depth > maxDepth) {
        return false; // it holds or shows itself
    }
    m_nodes[element].state = State::Open;
    QList<int> parts = m_nodes.at(element).children;
    if (const auto shown = m_names.constFind(m_nodes.at(element).shows); shown != m_names.cend()) {
        parts.append(*shown);
    }
    for (const int part : parts) {
        if (!settle(part, depth + 1, maxDepth)) {
            return false;
        }
        Node &node = m_nodes[element];
        const Node &other = m_nodes.at(part);
        node.cost = {sum(node.cost.drawn, other.cost.drawn), sum(node.cost.work, other.cost.work)};
        node.height = qMax(node.height, other.height + 1);
    }
    m_nodes[element].state = State::Done;
    return true;
}

std::optional<ReferenceGraph::Cost> ReferenceGraph::total(int maxDepth)
{
    // Elements stand behind the one that holds them, so that the first is the outermost and reaches all.
    if (m_nodes.isEmpty()) {
        return Cost();
    }
    if (!settle(0, 0, maxDepth)) {
        return std::nullopt;
    }
    return m_nodes.at(0).cost;
}

} // namespace lightwell::svg
