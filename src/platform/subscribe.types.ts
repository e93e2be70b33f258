/** 'accept' is good for one message of that template; 'filter' means WeChat has merged the template with another. */
export type SubscriptionAnswer = 'accept' | 'reject' | 'ban' | 'filter'
export type SubscriptionResult = 'unsupported' | Record<string, SubscriptionAnswer>
