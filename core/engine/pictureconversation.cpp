// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/pictureconversation.h"

#include "core/engine/withoutkey.h"

namespace lightwell {

namespace {

constexpr qsizetype largeInputs = 256LL * 1024; // bytes

class PictureConversation : public Conversation
{
public:
    PictureConversation(const Adapter &adapter, Plan plan, PlannedCall call, Credentials credentials,
                        const Clock &clock)
        : m_adapter(adapter)
        , m_clock(clock)
        , m_plan(std::move(plan))
        , m_call(call)
        , m_credentials(std::move(credentials))
    {
    }

    [[nodiscard]] ProviderInfo vendor() const override { return m_adapter.info(); }
    [[nodiscard]] QUrl ownAddress() const override { return m_credentials.baseUrl; }
    [[nodiscard]] bool beginsSlowly() const override
    {
        qsizetype size = 0;
        for (const InputImage &image : m_plan.request.images) {
            size += image.bytes.size();
        }
        return m_plan.request.mask || size >= largeInputs; // masks are decoded
    }
    [[nodiscard]] Step begin() const override { return m_adapter.begin(m_plan, m_call, credentials()); }
    [[nodiscard]] Step advance(const AdapterState &state, const HttpResponse &response) const override
    {
        return withoutKey(m_adapter.advance(m_plan, state, response, credentials()),
                          secretsOf(m_adapter.info(), m_credentials));
    }
    [[nodiscard]] QList<Interim> streamed(const AdapterState &state, const StreamEvent &event) const override
    {
        return m_adapter.streamed(m_plan, state, event);
    }
    [[nodiscard]] std::optional<HttpRequest> resume(const AdapterState &state) const override
    {
        return m_adapter.resume(state, credentials());
    }
    [[nodiscard]] std::optional<HttpRequest> cancel(const AdapterState &state) const override
    {
        return m_adapter.cancel(state, credentials());
    }

private:
    [[nodiscard]] Credentials credentials() const
    {
        Credentials now = m_credentials;
        now.now = m_clock.now();
        return now;
    }

    const Adapter &m_adapter;
    const Clock &m_clock;
    const Plan m_plan;
    const PlannedCall m_call;
    const Credentials m_credentials;
};

} // namespace

std::shared_ptr<const Conversation> pictureConversation(const Adapter &adapter, const Plan &plan,
                                                        const PlannedCall &call, const Credentials &credentials,
                                                        const Clock &clock)
{
    return std::make_shared<PictureConversation>(adapter, plan, call, credentials, clock);
}

} // namespace lightwell
