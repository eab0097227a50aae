import type { AuthenticationInfo } from "@/api/types";

type Stored = NonNullable<AuthenticationInfo["info"]>;

/** A bucket as people read it: `photos/2024/ at https://s3.example.org`. */
export const placeOf = ({ endpoint, region, bucket, prefix }: Stored) =>
  `${bucket}${prefix && `/${prefix}`} ${endpoint ? `at ${endpoint}` : `(AWS, ${region})`}`;
