// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mcp/call.h"
#include "core/mcp/surroundings.h"

namespace lightwell {
struct KeyState;
}

namespace lightwell::mcp {

/// A call that looks something up.
class LookupCall : public Call
{
    Q_OBJECT
public:
    LookupCall(const Message &message, const Terms &terms, const Asker &asker, Surroundings &surroundings,
               QObject *parent)
        : Call(message, terms, asker, parent)
        , m_surroundings(surroundings)
    {
    }

protected:
    [[nodiscard]] Surroundings &surroundings() const { return m_surroundings; }

private:
    Surroundings &m_surroundings;
};

/// list_models
class ModelsCall : public LookupCall
{
    Q_OBJECT
public:
    using LookupCall::LookupCall;
    void begin() override;

private:
    void withIndex(const ModelIndex &index);
    void tell(const ModelIndex &index, const QList<KeyState> &states);
};

/// usage
class UsageCall : public LookupCall
{
    Q_OBJECT
public:
    using LookupCall::LookupCall;
    void begin() override;
};

/// resources/list: the newest pictures of this client.
class PicturesCall : public LookupCall
{
    Q_OBJECT
public:
    using LookupCall::LookupCall;
    void begin() override;
};

/// resources/read: the whole file of a picture.
class ReadPictureCall : public LookupCall
{
    Q_OBJECT
public:
    using LookupCall::LookupCall;
    void begin() override;
};

} // namespace lightwell::mcp
